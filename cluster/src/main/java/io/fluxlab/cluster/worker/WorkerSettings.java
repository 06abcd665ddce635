package io.fluxlab.cluster.worker;

/**
 * What a worker is. Immutable.
 *
 * @param lanes how many tasks it runs at once
 * @param anyVersion whether it runs workloads of another version than the coordinator's
 */
public record WorkerSettings(int lanes, boolean anyVersion) {

    /** The most lanes of one worker. */
    public static final int MOST_LANES = 256;

    public WorkerSettings {
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new IllegalArgumentException("lanes must be between 1 and %d, was %d".formatted(MOST_LANES, lanes));
        }
    }

    /** So many lanes, and the coordinator's versions. */
    public static WorkerSettings of(int lanes) {
        return new WorkerSettings(lanes, false);
    }
}
