package io.fluxlab.cluster.coordinator;

/**
 * How many tasks go together, by how long they have taken: a group is to take some {@value #WANTED_MILLIS} ms, beside which
 * its way does not count. Confined to the run's loop.
 */
final class GroupSize {

    /** How long a group is to take. */
    static final int WANTED_MILLIS = 30;

    /** The most tasks in a group: what is lost with a worker is done again. */
    static final int MOST = 256;

    private static final double NEWEST = 0.1;

    private double meanNanos = -1;

    /** A task has taken so long. */
    void took(long nanos) {
        meanNanos = meanNanos < 0 ? nanos : meanNanos + NEWEST * (nanos - meanNanos);
    }

    /** How many to send together; one as long as nothing is known. */
    int size() {
        if (meanNanos < 0) {
            return 1;
        }
        return Math.clamp((long) (WANTED_MILLIS * 1_000_000.0 / Math.max(1, meanNanos)), 1, MOST);
    }
}
