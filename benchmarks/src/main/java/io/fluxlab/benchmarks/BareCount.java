package io.fluxlab.benchmarks;

import io.fluxlab.catalog.CountWorkload;
import io.fluxlab.workload.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The bodies of {@code count} on bare threads: what the machine itself gives. */
record BareCount(int tasks, long n) {

    /** The wall time of all tasks on so many threads, in nanoseconds. */
    double wallNanos(int threads) throws Exception {
        Plan plan = new CountWorkload().plan(new CountWorkload.Parameters(n, tasks));
        try (ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            long start = System.nanoTime();
            List<Future<?>> running = new ArrayList<>();
            for (int task = 0; task < tasks; task++) {
                running.add(pool.submit((Callable<?>) plan.body(task, new NoRun())));
            }
            for (Future<?> each : running) {
                each.get();
            }
            return System.nanoTime() - start;
        }
    }
}
