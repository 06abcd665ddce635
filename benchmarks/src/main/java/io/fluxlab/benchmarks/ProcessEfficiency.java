package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** How much of the machine child processes get out of a loop that does nothing but count, in runs of some ten seconds. */
final class ProcessEfficiency implements Benchmark {

    private static final int MILLION = 1_000_000;

    private final Runs runs = new Runs(LocalLab.create());

    @Override
    public String name() {
        return "process-efficiency";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int cpus = Runtime.getRuntime().availableProcessors();
        long n = (long) size.pick(100, 35_000) * MILLION;
        Map<String, Object> parameters = Map.of("tasks", cpus, "n", n);
        RunRequest immediate = RunRequest.of("count", "immediate").with(parameters);
        RunRequest process = RunRequest.of("count", "process").with(parameters);
        BareCount bare = new BareCount(cpus, n);
        Turns walls = Turns.of(
                0,
                size.pick(1, 5),
                () -> runs.summary(immediate).wallNanos(),
                () -> runs.summary(process).wallNanos(),
                () -> bare.wallNanos(cpus));
        report.figure(
                this,
                "`count` on `process`, speed over `immediate` for each of %d CPUs".formatted(cpus),
                walls.each(wall -> wall.get(0) / wall.get(1) / cpus),
                Unit.RATIO,
                Target.atLeast(0.93));
        report.yardstick(
                this,
                "the machine: the same loop on %d bare threads, speed over `immediate` for each CPU".formatted(cpus),
                walls.each(wall -> wall.get(0) / wall.get(2) / cpus),
                Unit.RATIO);
        report.yardstick(this, "a run of `process`, its time", walls.each(wall -> wall.get(1) / 1e9), Unit.SECONDS);
    }
}
