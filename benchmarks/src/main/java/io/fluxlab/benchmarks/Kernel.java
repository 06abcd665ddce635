package io.fluxlab.benchmarks;

import io.fluxlab.catalog.CountWorkload;
import io.fluxlab.catalog.DigestWorkload;
import io.fluxlab.workload.Plan;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One task's body as JMH calls it: no lane, no events. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class Kernel {

    /** The workload's name. */
    @Param({"count", "digest"})
    public String workload = "count";

    /** Runs it once. */
    @Benchmark
    public Object task() throws Exception {
        return ((Callable<?>) plan(workload).body(0, new NoRun())).call();
    }

    private static Plan plan(String workload) {
        return switch (workload) {
            case "count" -> new CountWorkload().plan(new CountWorkload.Parameters(100_000_000, 1));
            case "digest" ->
                new DigestWorkload().plan(new DigestWorkload.Parameters(DigestWorkload.Algorithm.PBKDF2, 50_000, 1));
            default -> throw new IllegalArgumentException("workload must be count or digest, was " + workload);
        };
    }

    /** The same parameters for a run of so many tasks. */
    static Map<String, Object> parameters(String workload, int tasks) {
        return workload.equals("count")
                ? Map.of("n", 100_000_000, "tasks", tasks)
                : Map.of("algorithm", "pbkdf2", "iterations", 50_000, "tasks", tasks);
    }
}
