package io.fluxlab.cluster.message;

import io.fluxlab.process.message.TravellingContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Tasks that run one after the other on one lane. Immutable.
 *
 * @param dispatch its number, which no other group has
 * @param run the run
 * @param context what its bodies find in Reactor's context; null is nothing
 * @param traced whether what its bodies' threads do is to be told
 * @param tasks in their order
 */
public record TaskGroup(
        long dispatch, long run, @Nullable TravellingContext context, boolean traced, List<Start> tasks) {

    /**
     * A task.
     *
     * @param task its index in the run
     * @param origin its index in the plan that the workload makes
     * @param skip how many of its items came from an earlier attempt, and are not wanted again
     * @param limit how many items it may emit to begin with, from its first
     */
    public record Start(int task, int origin, long skip, long limit) {}
}
