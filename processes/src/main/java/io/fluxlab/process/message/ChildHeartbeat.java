package io.fluxlab.process.message;

import io.fluxlab.measure.RemoteUse;

/**
 * A sign of life. Immutable.
 *
 * @param task the task that runs, or {@link #NO_TASK}
 * @param done what its last checkpoint said
 * @param use what the process has used so far, in figures that are cheap to read
 */
public record ChildHeartbeat(int task, long done, RemoteUse use) {

    /** Nothing runs. */
    public static final int NO_TASK = -1;
}
