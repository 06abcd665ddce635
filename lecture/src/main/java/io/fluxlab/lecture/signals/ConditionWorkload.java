package io.fluxlab.lecture.signals;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * Consumers that wait until there is an item, and a producer that says so (lecture: Объекты синхронизации: условные
 * переменные). Some of the times they are woken there is none.
 */
public final class ConditionWorkload implements Workload<ConditionWorkload.Parameters> {

    /** How a consumer waits. */
    public enum Waiting {
        /** It looks again whenever it was woken, as the lecture does. */
        WHILE,
        /** It looks once: broken. */
        IF,
        /** It waits for a sink's next item; there is nothing to look at. */
        REACTOR
    }

    /**
     * Who waits for how many items.
     *
     * @param waiting how a consumer waits
     * @param consumers how many consumers there are
     * @param items how many items the producer makes
     * @param spurious how often a consumer is woken although there is no item
     * @param limitMillis how long the one waits that nobody wakes, in milliseconds
     */
    public record Parameters(
            @Param("how a consumer waits") Waiting waiting,

            @Param(value = "how many consumers there are", min = 1, max = 1000)
            int consumers,

            @Param(value = "how many items the producer makes", min = 1, max = 1_000_000)
            int items,

            @Param(value = "how often a consumer is woken although there is no item", min = 1, max = 100_000)
            int spurious,

            @Param(value = "milliseconds after which a waiter gives up that nobody wakes", min = 1, max = 3_600_000)
            int limitMillis) {}

    private static final int BYTES_PER_ITEM = 48;

    @Override
    public String name() {
        return "condition";
    }

    @Override
    public String summary() {
        return "hands items over through a condition variable, with wake-ups for nothing among the others";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(Waiting.WHILE, 4, 200, 50, 50);
    }

    /**
     * Consumers, the producer and the one who wakes for nothing, or else two at each of two conditions; and all items where
     * nobody has taken one yet.
     */
    private static Claim claim(Parameters parameters) {
        return Claim.ofThreads(Math.max(parameters.consumers() + 2L, 4))
                .plus(Claim.ofHeapBytes(BYTES_PER_ITEM).times(parameters.items()));
    }

    @Override
    public Plan plan(Parameters parameters) {
        return switch (parameters.waiting()) {
            case WHILE, IF ->
                new Solo("Condition", claim(parameters), context -> ThreadsAtCondition.story(parameters, context));
            case REACTOR ->
                new Solo("Sinks.many", claim(parameters), context -> SubscribersForItems.story(parameters, context));
        };
    }
}
