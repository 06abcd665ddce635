package io.fluxlab.lab;

import java.time.Duration;
import java.util.Optional;

/**
 * Bounds on every run of a lab. Immutable.
 *
 * @param tasksPerRun the most tasks that a plan may have
 * @param runTime after which a run is cancelled, and a comparison starts no new round
 */
public record RunLimits(int tasksPerRun, Optional<Duration> runTime) {

    /** No bounds but those of the parameters. */
    public static final RunLimits NONE = new RunLimits(Integer.MAX_VALUE, Optional.empty());

    public RunLimits {
        if (tasksPerRun < 1) {
            throw new IllegalArgumentException("tasksPerRun must be at least 1, was " + tasksPerRun);
        }
    }
}
