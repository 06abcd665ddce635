package io.fluxlab.lab;

import io.fluxlab.claim.Claim;
import io.fluxlab.lane.Lane;
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
 * @param concurrencyPerRun the most tasks of a run at once; a run that does not say how many has no more
 */
public record RunLimits(int tasksPerRun, Optional<Duration> runTime, Claim atOnce, int concurrencyPerRun) {

    /** No bounds but those of the parameters. */
    public static final RunLimits NONE = new RunLimits(Integer.MAX_VALUE, Optional.empty(), Claim.ANY);

    public RunLimits {
        if (tasksPerRun < 1) {
            throw new IllegalArgumentException("tasksPerRun must be at least 1, was " + tasksPerRun);
        }
        if (concurrencyPerRun < 1) {
            throw new IllegalArgumentException("concurrencyPerRun must be at least 1, was " + concurrencyPerRun);
        }
        Objects.requireNonNull(runTime, "runTime");
        Objects.requireNonNull(atOnce, "atOnce");
    }

    /** Limits that leave it to the lanes how many tasks run at once. */
    public RunLimits(int tasksPerRun, Optional<Duration> runTime, Claim atOnce) {
        this(tasksPerRun, runTime, atOnce, Integer.MAX_VALUE);
    }

    /** As many of so many tasks as run at once on this lane where nobody says how many. */
    int concurrency(Lane lane, int tasks) {
        return Math.min(concurrencyPerRun, lane.concurrency(tasks));
    }

    /** The time of a run that asks for so many milliseconds, or for nothing. */
    Optional<Duration> runTime(@Nullable Long askedMillis) {
        return Stream.of(runTime, Optional.ofNullable(askedMillis).map(Duration::ofMillis))
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /** These limits with another number of tasks. */
    public RunLimits withTasksPerRun(int tasks) {
        return new RunLimits(tasks, runTime, atOnce, concurrencyPerRun);
    }

    /** These limits with another time. */
    public RunLimits withRunTime(Duration time) {
        return new RunLimits(tasksPerRun, Optional.of(time), atOnce, concurrencyPerRun);
    }

    /** These limits with others of what is taken of the machine. */
    public RunLimits withAtOnce(Claim most) {
        return new RunLimits(tasksPerRun, runTime, most, concurrencyPerRun);
    }

    /** These limits with another number of tasks at once. */
    public RunLimits withConcurrencyPerRun(int most) {
        return new RunLimits(tasksPerRun, runTime, atOnce, most);
    }
}
