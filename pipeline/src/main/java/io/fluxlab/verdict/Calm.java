package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How calm a lane leaves others, judged by the p99 of the canary that it harms most, which is noisy: two lanes count as
 * equally calm if neither has others wait more than twice as long as the other does, or if both stay under 5 ms, since so
 * much a canary may wait while nothing runs. A lane without a bystander is as calm as any.
 */
final class Calm {
    /** Up to here a lane is never ruled out for what it does to others. */
    static final long BEARABLE_NANOS = 10_000_000;

    private static final long CALM_NANOS = BEARABLE_NANOS / 2;
    private static final int AS_CALM_FACTOR = 2;
    private static final int UNBEARABLE_FACTOR = 10;

    private Calm() {}

    /**
     * What speaks most against a lane: a canary that is late, and later than the bystander, or else the bystander. What only
     * the lane's own tasks would use speaks against nothing.
     */
    static @Nullable CanaryReading worst(@Nullable Latency bystander, @Nullable List<CanaryReading> canaries) {
        if (bystander == null) {
            return null;
        }
        Stream<CanaryReading> late = canaries == null
                ? Stream.of()
                : canaries.stream().filter(reading -> !reading.own() && reading.wasLate());
        return Stream.concat(Stream.of(CanaryReading.ofBystander(bystander)), late)
                .max(Comparator.comparingLong(Calm::p99))
                .orElseThrow();
    }

    /** Whether this lane is about as calm as that one, or calmer. */
    static boolean asCalmAs(@Nullable CanaryReading lane, @Nullable CanaryReading other) {
        return lane == null || other == null || p99(lane) <= Math.max(CALM_NANOS, AS_CALM_FACTOR * p99(other));
    }

    /** Whether this lane does so much more to others than the calmest that it must not be recommended. */
    static boolean unbearable(@Nullable CanaryReading lane, @Nullable CanaryReading calmest) {
        return lane != null
                && calmest != null
                && p99(lane) > BEARABLE_NANOS
                && p99(lane) > UNBEARABLE_FACTOR * p99(calmest);
    }

    static boolean bearable(@Nullable CanaryReading lane) {
        return lane == null || p99(lane) <= BEARABLE_NANOS;
    }

    private static long p99(CanaryReading reading) {
        return reading.latency().p99Nanos();
    }
}
