package io.fluxlab.lecture.puzzle;

/**
 * Where a thread is.
 *
 * @param next the index of its next operation
 * @param register its own register, which no other thread sees
 * @param sleep whether it sleeps, in the middle of a {@link Operation.Wait}
 */
public record ThreadState(int next, int register, Sleep sleep) {

    static final ThreadState START = new ThreadState(0, 0, Sleep.AWAKE);

    /** Whether a thread sleeps at a condition. */
    public enum Sleep {
        /** It does not. */
        AWAKE,
        /** It sleeps until somebody notifies it. */
        SLEEPS,
        /** It was notified, and needs its lock again to go on. */
        NOTIFIED
    }

    ThreadState at(int index) {
        return new ThreadState(index, register, Sleep.AWAKE);
    }

    ThreadState with(int value) {
        return new ThreadState(next, value, sleep);
    }

    ThreadState in(Sleep state) {
        return new ThreadState(next, register, state);
    }
}
