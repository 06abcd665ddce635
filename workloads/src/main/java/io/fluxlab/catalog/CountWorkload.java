package io.fluxlab.catalog;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** The lecture's countdown loop (lecture: Не все так просто): counts each task's {@code n} down to 0 in steps of one. */
public final class CountWorkload implements Workload<CountWorkload.Parameters> {

    private static final VarHandle STEP;

    static {
        try {
            STEP = MethodHandles.lookup().findStaticVarHandle(CountWorkload.class, "step", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Read anew for every step, so that the compiler can't replace the loop by its result. */
    @SuppressWarnings("UnusedVariable") // it is read, by STEP
    private static long step = 1;

    /** Some microseconds of steps: short against the shortest switch interval of {@code gil}, long against a checkpoint. */
    private static final int CHECKPOINT = 1 << 13;

    /**
     * What to count.
     *
     * @param n where each task starts
     * @param tasks how many tasks
     */
    public record Parameters(
            @Param(value = "number that each task counts down from", min = 0)
            long n,

            @Param(value = "how many tasks count", min = 1, max = 1_000_000)
            int tasks) {}

    @Override
    public String name() {
        return "count";
    }

    @Override
    public String summary() {
        return "counts down to zero: the lecture's loop that the GIL can't speed up";
    }

    @Override
    public Kind kind() {
        return Kind.CPU;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(80_000_000, 2);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public String label(int task) {
                return "count " + parameters.n();
            }

            @Override
            public long total(int task) {
                return parameters.n();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Claim.NONE;
            }

            @Override
            public Publisher<Long> body(int task, TaskContext context) {
                return Mono.fromCallable(() -> count(parameters.n(), context));
            }
        };
    }

    // tag::count[]
    /** Counts down and returns where it ended: 0. */
    private static long count(long n, TaskContext context) {
        long left = n;
        while (left > 0) {
            left = countDown(left, (int) Math.min(left, CHECKPOINT));
            context.checkpoint(n - left);
        }
        return left;
    }
    // end::count[]

    /** A counted loop, which is unrolled: else how fast it is would hang on the checkpoint that it is compiled with. */
    private static long countDown(long from, int steps) {
        long left = from;
        for (int i = 0; i < steps; i++) {
            left -= (long) STEP.getOpaque();
        }
        return left;
    }
}
