package io.fluxlab.verdict;

import io.fluxlab.measure.Latency;
import org.jspecify.annotations.Nullable;

/**
 * How calm a lane leaves the bystander, judged by its p99, which is noisy: two lanes count as equally calm if neither waits
 * more than twice as long as the other, or if both stay under 5 ms, since so much a bystander may wait while nothing runs.
 * A lane without a bystander is as calm as any.
 */
final class Calm {
    /** Up to here a lane is never ruled out for what it does to the bystander. */
    static final long BEARABLE_NANOS = 10_000_000;

    private static final long CALM_NANOS = BEARABLE_NANOS / 2;
    private static final int AS_CALM_FACTOR = 2;
    private static final int UNBEARABLE_FACTOR = 10;

    private Calm() {}

    /** Whether this lane is about as calm as that one, or calmer. */
    static boolean asCalmAs(@Nullable Latency lane, @Nullable Latency other) {
        return lane == null || other == null || p99(lane) <= Math.max(CALM_NANOS, AS_CALM_FACTOR * p99(other));
    }

    /** Whether this lane does so much more to the bystander than the calmest that it must not be recommended. */
    static boolean unbearable(@Nullable Latency lane, @Nullable Latency calmest) {
        return lane != null
                && calmest != null
                && p99(lane) > BEARABLE_NANOS
                && p99(lane) > UNBEARABLE_FACTOR * p99(calmest);
    }

    static boolean bearable(@Nullable Latency lane) {
        return lane == null || p99(lane) <= BEARABLE_NANOS;
    }

    private static long p99(Latency latency) {
        return latency.p99Nanos();
    }
}
