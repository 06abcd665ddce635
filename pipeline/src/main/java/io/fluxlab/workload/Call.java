package io.fluxlab.workload;

/**
 * One call of a body. Immutable.
 *
 * @param <S> what all tasks share
 * @param <I> the input of a task
 */
public interface Call<S, I> {

    /** The task that makes it, from 0. */
    int task();

    /** How many calls the task has made before it. */
    long number();

    /** The task's input: its number, where the builder was given none. */
    I input();

    /**
     * What all tasks of the run share.
     *
     * @throws IllegalStateException where the builder was told of nothing to open
     */
    S shared();

    /** The running task. */
    TaskContext context();
}
