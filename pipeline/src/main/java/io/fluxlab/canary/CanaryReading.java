package io.fluxlab.canary;

import io.fluxlab.measure.Latency;

/**
 * How late a canary was. Immutable.
 *
 * @param canary what it waited for
 * @param on the name of that: a scheduler's, a pool's, or a loop's thread
 * @param own whether only the lane's tasks use it where the lane is used as it is recommended, so that nobody else is
 *     harmed: the reading says what would become of those who shared it
 * @param latency from the time at which it was due
 */
public record CanaryReading(CanaryKind canary, String on, boolean own, Latency latency) {

    /** So late a canary may be while nothing runs. */
    private static final long CALM_NANOS = 5_000_000;

    /** What the bystander tells of the home loop. */
    public static CanaryReading ofBystander(Latency latency) {
        return new CanaryReading(CanaryKind.HOME_LOOP, "home", false, latency);
    }

    /** Whether its p99 is more than may be the machine's doing alone. */
    public boolean wasLate() {
        return latency.p99Nanos() > CALM_NANOS;
    }

    /** Whether it is beside what a lane has its tasks share, and not beside a loop. */
    public boolean concernsLane() {
        return switch (canary) {
            case TIMER, WORKER, CARRIER -> true;
            case HOME_LOOP, LOOP -> false;
        };
    }

    /** This canary with another latency. */
    public CanaryReading with(Latency newLatency) {
        return new CanaryReading(canary, on, own, newLatency);
    }
}
