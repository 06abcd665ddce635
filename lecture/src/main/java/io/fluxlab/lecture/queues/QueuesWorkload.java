package io.fluxlab.lecture.queues;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Each;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.util.List;

/** Sends some items through a FIFO, a LIFO and a priority queue, one task for each (lecture: Потокобезопасная очередь). */
public final class QueuesWorkload implements Workload<QueuesWorkload.Parameters> {

    private static final List<QueueOrder> ORDERS = List.of(QueueOrder.values());

    /** An item, its place in a queue, and that in the one which the queue has outgrown. */
    private static final int BYTES_PER_ITEM = 64;

    /** That it was got, in a set that doubles when it is full, and in the one that it was copied from. */
    private static final int BITS_PER_ITEM = 3;

    /** What kind of queue it is. */
    public enum Way {
        /** One that makes threads wait. */
        CLASSIC,
        /** A sink that refuses what it has no room for, and a producer that makes what it is asked for. */
        REACTOR
    }

    /**
     * Who sends how much through what.
     *
     * @param way what kind of queue it is
     * @param items how many items go through it in the crowd
     * @param producers how many send them
     * @param consumers how many take them
     * @param capacity how many items the queue holds where it is bounded
     * @param seed of the items' priorities
     */
    public record Parameters(
            @Param("whether a queue makes threads wait or a sink refuses")
            Way way,

            @Param(value = "how many items go through the queue in the crowd", min = 2, max = 100_000_000)
            int items,

            @Param(value = "how many producers send them", min = 1, max = 100)
            int producers,

            @Param(value = "how many consumers take them", min = 1, max = 100)
            int consumers,

            @Param(value = "how many items a bounded queue holds", min = 1, max = 1_000_000)
            int capacity,

            @Param("seed of the items' priorities") long seed) {}

    @Override
    public String name() {
        return "queues";
    }

    @Override
    public String summary() {
        return "sends the same items through a FIFO, a LIFO and a priority queue";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Way.CLASSIC, 10_000, 3, 3, 8, 1);
    }

    /** Of one queue: a full one, with who puts and who gets, and a note of what was got. */
    private static Claim claim(Parameters parameters) {
        long people = (long) parameters.producers() + parameters.consumers();
        long inside = (long) BYTES_PER_ITEM * parameters.capacity();
        long notes = (long) BITS_PER_ITEM * parameters.items() / 8
                + (long) Integer.BYTES * parameters.producers() * parameters.consumers();
        return Claim.ofThreads(people + 1).plus(Claim.ofHeapBytes(inside + notes));
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Each<>(
                ORDERS, claim(parameters), QueueOrder::className, (order, context) -> switch (parameters.way()) {
                    case CLASSIC -> new ThreadsAtQueue(order, parameters).story(context);
                    case REACTOR -> new SubscribersAtQueue(order, parameters).story();
                });
    }
}
