package io.fluxlab.lecture.puzzle;

/**
 * Where a thread is.
 *
 * @param next the index of its next operation
 * @param register its own register, which no other thread sees
 * @param sleep whether it sleeps, in the middle of a {@link Operation.Wait}
 */
public record Place(int next, int register, Sleep sleep) {

    static final Place START = new Place(0, 0, Sleep.AWAKE);

    /** Whether a thread sleeps at a condition. */
    public enum Sleep {
        /** It does not. */
        AWAKE,
        /** It sleeps until somebody notifies it. */
        SLEEPS,
        /** It was notified, and needs its lock again to go on. */
        NOTIFIED
    }

    Place at(int index) {
        return new Place(index, register, Sleep.AWAKE);
    }

    Place with(int value) {
        return new Place(next, value, sleep);
    }

    Place in(Sleep state) {
        return new Place(next, register, state);
    }
}
