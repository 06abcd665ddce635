package io.fluxlab.workload;

/**
 * What a task does that wants to know which call it is, and of which nothing comes. Called from several threads at once, so
 * that it must be thread-safe.
 *
 * @param <S> what all tasks share
 * @param <I> the input of a task
 */
@FunctionalInterface
public interface Step<S, I> {

    /**
     * Does it, once.
     *
     * @throws Exception which fails the task
     */
    void run(Call<S, I> call) throws Exception;
}
