package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds on the runs of a lab. Immutable.
 *
 * @param tasksPerRun the most tasks that a plan may have
 * @param runTime after which a run is cancelled, and a comparison starts no new round
 * @param atOnce what all that goes on may claim of the machine together
 */
public record RunLimits(int tasksPerRun, Optional<Duration> runTime, Claim atOnce) {

    /** No bounds but those of the parameters. */
    public static final RunLimits NONE = new RunLimits(Integer.MAX_VALUE, Optional.empty(), Claim.ANY);

    public RunLimits {
        if (tasksPerRun < 1) {
            throw new IllegalArgumentException("tasksPerRun must be at least 1, was " + tasksPerRun);
        }
        Objects.requireNonNull(runTime, "runTime");
        Objects.requireNonNull(atOnce, "atOnce");
    }

    /** The time of a run that asks for so many milliseconds, or for nothing. */
    Optional<Duration> runTime(@Nullable Long askedMillis) {
        return Stream.of(runTime, Optional.ofNullable(askedMillis).map(Duration::ofMillis))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** These limits with another number of tasks. */
    public RunLimits withTasksPerRun(int tasks) {
        return new RunLimits(tasks, runTime, atOnce);
    }

    /** These limits with another time. */
    public RunLimits withRunTime(Duration time) {
        return new RunLimits(tasksPerRun, Optional.of(time), atOnce);
    }

    /** These limits with others of what is taken of the machine. */
    public RunLimits withAtOnce(Claim most) {
        return new RunLimits(tasksPerRun, runTime, most);
    }
}
