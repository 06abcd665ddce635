package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/**
 * How much of the machine {@code parallel} gets out of a loop that does nothing but count, beside how much of it bare
 * threads get out of the same loop in the same rounds: a machine that others use, or that is slower when all its CPUs
 * are busy, gives nobody the whole.
 */
final class CpuEfficiency implements Benchmark {

    private static final int MILLION = 1_000_000;

    @Override
    public String name() {
        return "cpu-efficiency";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        Runs runs = new Runs(LocalLab.create());
        int cpus = Runtime.getRuntime().availableProcessors();
        long n = (long) size.pick(20, 8_000) * MILLION;
        Map<String, Object> parameters = Map.of("tasks", cpus, "n", n);
        RunRequest immediate = RunRequest.of("count", "immediate").with(parameters);
        RunRequest parallel = RunRequest.of("count", "parallel").with(parameters);
        BareCount bare = new BareCount(cpus, n);
        Turns walls = Turns.of(
                1,
                size.pick(1, 9),
                () -> runs.summary(immediate).wallNanos(),
                () -> runs.summary(parallel).wallNanos(),
                () -> bare.wallNanos(1),
                () -> bare.wallNanos(cpus),
                () -> runs.summary(parallel.with(BystanderRate.NONE)).wallNanos());
        String what = "`count` on `parallel` for some two seconds, speed over `immediate` for each of %d CPUs"
                .formatted(cpus);
        report.figure(
                this, what, walls.each(wall -> wall.get(0) / wall.get(1) / cpus), Unit.RATIO, Target.atLeast(0.97));
        report.yardstick(
                this,
                "the machine: the same loop on %d bare threads over one, for each CPU".formatted(cpus),
                walls.each(wall -> wall.get(2) / wall.get(3) / cpus),
                Unit.RATIO);
        report.yardstick(
                this,
                "speed of `parallel` over that of the bare threads",
                walls.each(wall -> wall.get(3) / wall.get(1)),
                Unit.RATIO);
        report.yardstick(
                this, "the same without a bystander", walls.each(wall -> wall.get(3) / wall.get(4)), Unit.RATIO);
    }
}
