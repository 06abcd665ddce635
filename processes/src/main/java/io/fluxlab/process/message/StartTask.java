package io.fluxlab.process.message;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a task of the open plan. Immutable.
 *
 * @param task its index
 * @param skip how many of its items came from an earlier attempt, and are not wanted again
 * @param context what its body finds in Reactor's context; null is nothing
 * @param traced whether what its threads do is to be told
 */
public record StartTask(int task, long skip, @Nullable TravellingContext context, boolean traced) {}
