package io.fluxlab.lecture.processes;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.ChildOptions;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.AtOnce;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import org.reactivestreams.Publisher;

/**
 * The lecture's {@code Pool(4).map(cube)} (lecture: Создание пула процессов): numbers are cubed by a few processes, each of
 * which keeps a list of those it has handled. One task; an item for each number, then one for each process.
 */
public final class PoolWorkload implements Workload<PoolWorkload.Parameters> {

    private static final int HEAP_MEGABYTES = 32;

    /** Which result comes first. */
    public enum Order {
        /** That of the first number, as from {@code Pool.map}: results wait for their turn. */
        INPUT,
        /** The one that is there first, as from {@code Pool.imap_unordered}. */
        COMPLETION
    }

    /**
     * What to cube.
     *
     * @param processes how many processes
     * @param numbers the numbers 1 to this one
     * @param workMillis how long the first number takes, in milliseconds; each one takes a little less than the one before
     * @param order which result comes first
     */
    public record Parameters(
            @Param(value = "how many processes the pool has", min = 1, max = 16)
            int processes,

            @Param(value = "the last of the numbers, which begin with 1", min = 1, max = 10_000)
            int numbers,

            @Param(
                    value = "milliseconds that the first number takes; each takes a little less than the one before",
                    min = 0,
                    max = 3_600_000)
            int workMillis,

            @Param("which result comes first") Order order) {}

    @Override
    public String name() {
        return "pool";
    }

    @Override
    public String summary() {
        return "cubes numbers in a pool of processes that live on between them: the lecture's Pool.map";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    /** The lecture's, but for the two seconds that each of its numbers takes. */
    @Override
    public Parameters defaults() {
        return new Parameters(4, 6, 300, Order.INPUT);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Plan() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public String label(int task) {
                return "1 to %d, %d processes".formatted(parameters.numbers(), parameters.processes());
            }

            @Override
            public long total(int task) {
                return parameters.numbers();
            }

            @Override
            public Claim claim(AtOnce atOnce) {
                return Children.claim(parameters.processes(), HEAP_MEGABYTES).plus(Claim.ofHeapBytes(4 << 20));
            }

            @Override
            public Publisher<Object> body(int task, TaskContext context) {
                ChildOptions options = ChildOptions.light(CubeProgram.class, HEAP_MEGABYTES);
                return Children.during(children -> children.start(options, parameters.processes())
                        .flatMapMany(processes -> new CubePool(processes, parameters, context).play()));
            }
        };
    }
}
