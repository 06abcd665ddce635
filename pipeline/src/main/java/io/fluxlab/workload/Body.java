package io.fluxlab.workload;

import org.jspecify.annotations.Nullable;

/**
 * What a task does that wants to know which call it is. Called from several threads at once, so that it must be
 * thread-safe.
 *
 * @param <S> what all tasks share
 * @param <I> the input of a task
 */
@FunctionalInterface
public interface Body<S, I> {

    /**
     * Makes one call. What it returns is taken as {@link Returned#publisher} says: a publisher is subscribed, a future is
     * waited for, null is no item, and anything else is an item.
     *
     * @throws Exception which fails the task
     */
    @Nullable
    Object call(Call<S, I> call) throws Exception;
}
