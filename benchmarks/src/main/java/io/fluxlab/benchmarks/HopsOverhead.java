package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.trail.Hops;
import io.fluxlab.workload.Workload;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What it costs to follow tasks from thread to thread: tasks of 10 µs of computing, of which each is handed over to a scheduler,
 * followed and not. What costs something only while somebody follows must cost nothing once nobody does.
 */
final class HopsOverhead implements Benchmark {

    /** How many multiplications take about 10 µs is found out once. */
    private static final long TASK_NANOS = 10_000;

    private final int steps = steps();
    private final Runs runs = new Runs(LocalLab.builder()
            .workload(Workload.of("ten-micros", () -> compute(steps)))
            .build());

    @Override
    public String name() {
        return "hops";
    }

    @Override
    public void measure(Size size, Report report) throws Exception {
        int tasks = size.pick(500, 20_000);
        int rounds = size.pick(1, 41);
        Pairs lab = Pairs.of(size.pick(0, 8), rounds, () -> run(tasks, true), () -> run(tasks, false));
        report.figure(
                this,
                "a run of %,d tasks of 10 µs on `parallel` with `hops`, over one without".formatted(tasks),
                lab.ratio(),
                Unit.RATIO,
                Target.atMost(1.03));
        report.yardstick(this, "yardstick: such a task, with its events", lab.ofOther(), Unit.MICROSECONDS);
        Scheduler scheduler = Schedulers.newSingle("hops", true);
        try {
            Pairs on = Pairs.of(
                    size.pick(0, 8), rounds, () -> bare(scheduler, tasks, true), () -> bare(scheduler, tasks, false));
            report.figure(
                    this,
                    "`subscribeOn` around 10 µs in an application, each followed by `Hops`, over not",
                    on.ratio(),
                    Unit.RATIO,
                    Target.atMost(1.03));
            Pairs off = Pairs.of(
                    size.pick(0, 8),
                    rounds,
                    () -> afterwards(scheduler, tasks),
                    () -> bare(scheduler, tasks, false));
            report.figure(
                    this,
                    "the same, not followed, right after something was, over not",
                    off.ratio(),
                    Unit.RATIO,
                    Target.within(0.99, 1.01));
        } finally {
            scheduler.dispose();
        }
    }

    private double run(int tasks, boolean followed) {
        RunRequest request = RunRequest.of("ten-micros", "parallel").with(Map.of("tasks", tasks, "calls", 1));
        return runs.summary(followed ? request.withHops() : request).wallNanos() / 1e3 / tasks;
    }

    private double afterwards(Scheduler scheduler, int tasks) {
        bare(scheduler, 1, true);
        return bare(scheduler, tasks, false);
    }

    /** Seconds for so many tasks, one after the other, each with a hop to the scheduler. */
    private double bare(Scheduler scheduler, int tasks, boolean followed) {
        long start = System.nanoTime();
        Flux.range(0, tasks)
                .<Long>concatMap(task -> {
                    Mono<Long> body = Mono.fromCallable(() -> compute(steps)).subscribeOn(scheduler);
                    return followed ? Hops.of(body, path -> {}) : body;
                })
                .blockLast();
        return (System.nanoTime() - start) / 1e9;
    }

    private static int steps() {
        int steps = 1_000;
        for (int attempt = 0; attempt < 200; attempt++) {
            long start = System.nanoTime();
            compute(steps);
            long took = Math.max(1, System.nanoTime() - start);
            steps = (int) Math.clamp(steps * TASK_NANOS / took, steps / 2, steps * 2L);
        }
        return steps;
    }

    private static long compute(int steps) {
        long value = steps;
        for (int i = 0; i < steps; i++) {
            value = value * 6364136223846793005L + 1442695040888963407L; // Knuth's generator: each step needs the one before
        }
        return value;
    }
}
