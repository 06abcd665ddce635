package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import java.util.Map;

/** How much of the machine {@code parallel} gets out of a loop that does nothing but count. */
final class CpuEfficiency implements Benchmark {

    @Override
    public String name() {
        return "cpu-efficiency";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        Runs runs = new Runs(LocalLab.create());
        int cpus = Runtime.getRuntime().availableProcessors();
        Map<String, Object> parameters = Map.of("tasks", cpus, "n", size.pick(20_000_000, 1_000_000_000));
        RunRequest immediate = RunRequest.of("count", "immediate").with(parameters);
        RunRequest parallel = RunRequest.of("count", "parallel").with(parameters);
        Pairs walls = Pairs.of(
                2,
                size.pick(1, 15),
                () -> runs.summary(immediate).wallNanos(),
                () -> runs.summary(parallel).wallNanos());
        String what = "`count` on `parallel`, speed over `immediate` for each of %d CPUs".formatted(cpus);
        report.figure(this, what, walls.ratio().times(1.0 / cpus), Unit.RATIO, Target.atLeast(0.97));
    }
}
