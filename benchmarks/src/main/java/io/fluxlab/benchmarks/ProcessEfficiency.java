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
        Map<String, Object> parameters = Map.of("tasks", cpus, "n", (long) size.pick(100, 35_000) * MILLION);
        RunRequest immediate = RunRequest.of("count", "immediate").with(parameters);
        RunRequest process = RunRequest.of("count", "process").with(parameters);
        Pairs walls = Pairs.of(
                0,
                size.pick(1, 3),
                () -> runs.summary(immediate).wallNanos(),
                () -> runs.summary(process).wallNanos());
        String what = "`count` on `process`, speed over `immediate` for each of %d CPUs, runs of %.1f s"
                .formatted(cpus, walls.ofOther().median() / 1e9);
        report.figure(this, what, walls.ratio().times(1.0 / cpus), Unit.RATIO, Target.atLeast(0.93));
    }
}
