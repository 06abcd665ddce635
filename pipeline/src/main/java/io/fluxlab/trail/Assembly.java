package io.fluxlab.trail;

/**
 * What a run's bodies did before anybody had subscribed: a call whose result goes into {@code Mono.just} runs then.
 * Immutable.
 *
 * @param nanos how long bodies were being built, all tasks together; in part reckoned from every sixteenth call
 * @param tasksNanos how long the tasks took, from their start to their end, all together
 * @param readyMade how many tasks were given the very publisher that another one had, with its items already in it
 */
public record Assembly(long nanos, long tasksNanos, int readyMade) {

    /** Nothing was built. */
    public static final Assembly NONE = new Assembly(0, 0, 0);

    /** This and the other's figures. */
    public Assembly plus(Assembly other) {
        return new Assembly(nanos + other.nanos, tasksNanos + other.tasksNanos, readyMade + other.readyMade);
    }

    /** How much of the tasks' time that was, from 0 to 1. */
    public double share() {
        return tasksNanos == 0 ? 0 : Math.min(1, (double) nanos / tasksNanos);
    }
}
