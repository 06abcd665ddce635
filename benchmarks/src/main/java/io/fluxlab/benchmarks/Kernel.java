package io.fluxlab.benchmarks;

import io.fluxlab.catalog.CountWorkload;
import io.fluxlab.catalog.DigestWorkload;
import io.fluxlab.workload.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The tasks of a run as JMH calls them, without a lane and without events: one after the other, or on a pool with one
 * thread for each CPU, until the last one has ended.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernel {

    private static final int CPUS = Runtime.getRuntime().availableProcessors();
    private static final int TASKS = 4 * CPUS;

    /** The workload's name. */
    @Param({"count", "digest"})
    public String workload = "count";

    private final List<Callable<Object>> tasks = new ArrayList<>();
    private ExecutorService pool = ForkJoinPool.commonPool();

    /** Makes the tasks and the pool. */
    @Setup
    public void open() {
        pool = Executors.newFixedThreadPool(CPUS);
        Plan plan = plan(workload);
        for (int task = 0; task < TASKS; task++) {
            tasks.add(body(plan, task));
        }
    }

    /** Ends the pool. */
    @TearDown
    public void close() {
        pool.close();
    }

    /** Runs them on the calling thread. */
    @Benchmark
    public Object immediate() throws Exception {
        List<Object> items = new ArrayList<>();
        for (Callable<Object> task : tasks) {
            items.add(task.call());
        }
        return items;
    }

    /** Runs them on the pool. */
    @Benchmark
    public Object parallel() throws Exception {
        List<Object> items = new ArrayList<>();
        for (Future<Object> task : pool.invokeAll(tasks)) {
            items.add(task.get());
        }
        return items;
    }

    @SuppressWarnings("unchecked") // the bodies of both workloads are calls
    private static Callable<Object> body(Plan plan, int task) {
        return (Callable<Object>) plan.body(task, new NoRun());
    }

    private static Plan plan(String workload) {
        return switch (workload) {
            case "count" -> new CountWorkload().plan(new CountWorkload.Parameters(100_000_000, TASKS));
            case "digest" ->
                new DigestWorkload()
                        .plan(new DigestWorkload.Parameters(DigestWorkload.Algorithm.PBKDF2, 50_000, TASKS));
            default -> throw new IllegalArgumentException("workload must be count or digest, was " + workload);
        };
    }

    /** The parameters with which a run has the tasks of this kernel. */
    static Map<String, Object> parameters(String workload) {
        return workload.equals("count")
                ? Map.of("n", 100_000_000, "tasks", TASKS)
                : Map.of("algorithm", "pbkdf2", "iterations", 50_000, "tasks", TASKS);
    }
}
