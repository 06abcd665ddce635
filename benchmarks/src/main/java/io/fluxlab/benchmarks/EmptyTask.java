package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.workload.Workload;
import java.util.Map;
import reactor.core.publisher.Mono;

/** What the engine itself costs: tasks that do nothing, with all their events, and whether that cost grows with their number. */
final class EmptyTask implements Benchmark {

    private static final int FEW = 100_000;
    private static final int MANY = 1_000_000;

    private final Runs runs = new Runs(LocalLab.builder()
            .workload(Workload.of("nothing", () -> Mono.empty()))
            .build());

    @Override
    public String name() {
        return "empty-task";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int many = size.pick(20_000, MANY);
        int few = size.pick(2_000, FEW);
        Pairs costs = Pairs.of(size.pick(1, 10), size.pick(1, 15), () -> microsEach(many), () -> microsEach(few));
        report.figure(
                this,
                "an empty task on `parallel`, with all its events, %,d of them".formatted(many),
                costs.ofOne(),
                Unit.MICROSECONDS,
                Target.atMost(1));
        report.figure(
                this,
                "the same, over the cost of each where there are %,d".formatted(few),
                costs.ratio(),
                Unit.RATIO,
                Target.atMost(1.3));
    }

    private double microsEach(int tasks) {
        RunRequest request = RunRequest.of("nothing", "parallel").with(Map.of("tasks", tasks, "calls", 1));
        return runs.summary(request).wallNanos() / 1e3 / tasks;
    }
}
