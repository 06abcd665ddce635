package io.fluxlab.benchmarks;

import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.trail.Hops;
import io.fluxlab.workload.Workload;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Map;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * What it costs to follow tasks from thread to thread: tasks of 10 µs of computing, of which each is handed over to a scheduler,
 * followed and not, by CPU time, which other processes disturb less than the time that goes by. What costs something only while somebody follows must cost nothing once nobody does.
 */
final class HopsOverhead implements Benchmark {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** How many multiplications take about 10 µs is found out once. */
    private static final long TASK_NANOS = 10_000;

    /** Keeps the compiler from leaving out what nobody would read. */
    @SuppressWarnings("unused")
    private static volatile long sink;

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
        int many = size.pick(200, 40_000); // the process's CPU time is told in steps of 10 ms
        Pairs lab = Pairs.of(size.pick(0, 2), size.pick(1, 15), () -> run(many, true), () -> run(many, false));
        report.figure(
                this,
                "a run of %,d tasks of 10 µs on `parallel` with `hops`, over one without".formatted(many),
                lab.ratio(),
                Unit.RATIO,
                Target.atMost(1.03));
        report.yardstick(this, "yardstick: CPU time of such a task, with its events", lab.ofOther(), Unit.MICROSECONDS);
        int tasks = size.pick(200, 2_000);
        int rounds = size.pick(1, 101);
        Scheduler scheduler = Schedulers.newSingle("hops", true);
        try {
            Pairs on = Pairs.of(
                    size.pick(0, 20), rounds, () -> bare(scheduler, tasks, true), () -> bare(scheduler, tasks, false));
            report.figure(
                    this,
                    "`subscribeOn` around 10 µs in an application, each followed by `Hops`, over not",
                    on.ratio(),
                    Unit.RATIO,
                    Target.atMost(1.03));
            Pairs off = Pairs.of(
                    size.pick(0, 20), rounds, () -> afterwards(scheduler, tasks), () -> bare(scheduler, tasks, false));
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
        return runs.summary(followed ? request.withHops() : request).cpuNanos() / 1e3 / tasks;
    }

    private double afterwards(Scheduler scheduler, int tasks) {
        bare(scheduler, 1, true);
        return bare(scheduler, tasks, false);
    }

    /** Microseconds of CPU time for each of so many tasks, one after the other, each with a hop to the scheduler. */
    private double bare(Scheduler scheduler, int tasks, boolean followed) {
        long start = cpuNanos(scheduler);
        Flux.range(0, tasks)
                .<Long>concatMap(task -> {
                    Mono<Long> body = Mono.fromCallable(() -> compute(steps)).subscribeOn(scheduler);
                    return followed ? Hops.of(body, path -> {}) : body;
                })
                .blockLast();
        return (cpuNanos(scheduler) - start) / 1e3 / tasks;
    }

    /** That of the scheduler's thread and of this one, which no other has a part in. */
    private static long cpuNanos(Scheduler scheduler) {
        long id = Mono.fromCallable(() -> Thread.currentThread().threadId())
                .subscribeOn(scheduler)
                .blockOptional()
                .orElseThrow();
        return THREADS.getThreadCpuTime(id) + THREADS.getCurrentThreadCpuTime();
    }

    /** By the quickest of many tries: the others were interpreted, or disturbed. */
    private static int steps() {
        int tried = 20_000;
        long quickest = Long.MAX_VALUE;
        for (int i = 0; i < 2_000; i++) {
            long start = System.nanoTime();
            sink = compute(tried);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        return (int) (tried * TASK_NANOS / Math.max(1, quickest));
    }

    private static long compute(int steps) {
        long value = steps;
        for (int i = 0; i < steps; i++) {
            value = value * 6364136223846793005L
                    + 1442695040888963407L; // Knuth's generator: each step needs the one before
        }
        return value;
    }
}
