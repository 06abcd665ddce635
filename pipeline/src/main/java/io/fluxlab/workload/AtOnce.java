package io.fluxlab.workload;

/**
 * How many tasks run at once, at the most. Immutable.
 *
 * @param tasks that have started and not ended
 * @param computing those of them that can be in the midst of a computation: on an event loop and on virtual threads, the
 *     others have not begun it, or wait for demand or for a call that blocks
 */
public record AtOnce(int tasks, int computing) {

    public AtOnce {
        if (computing > tasks) {
            throw new IllegalArgumentException(
                    "computing must be at most the number of tasks, was %d of %d".formatted(computing, tasks));
        }
    }
}
