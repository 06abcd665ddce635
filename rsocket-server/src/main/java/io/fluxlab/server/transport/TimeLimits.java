package io.fluxlab.server.transport;

import java.time.Duration;

/**
 * Bounds on how long a peer may take. Immutable.
 *
 * @param firstFrame from the accepted connection to a complete set-up frame
 * @param unfinished from the first byte of a frame, or the first fragment of a request, to its last
 * @param idle without a single frame, keep-alives included
 * @param minKeepAlive the shortest keep-alive interval that a set-up may ask for; the longest is {@code idle}
 * @param maxLifetime the longest lifetime without keep-alives that a set-up may ask for
 */
public record TimeLimits(
        Duration firstFrame, Duration unfinished, Duration idle, Duration minKeepAlive, Duration maxLifetime) {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);

    public TimeLimits {
        Range.check("firstFrame", firstFrame, SHORTEST, LONGEST);
        Range.check("unfinished", unfinished, SHORTEST, LONGEST);
        Range.check("idle", idle, SHORTEST, LONGEST);
        Range.check("minKeepAlive", minKeepAlive, SHORTEST, idle);
        Range.check("maxLifetime", maxLifetime, minKeepAlive, LONGEST);
    }

    /** Five seconds for the set-up, thirty for a request, three minutes of silence. */
    public static TimeLimits defaults() {
        return new TimeLimits(
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofMinutes(3),
                Duration.ofMillis(100),
                Duration.ofMinutes(15));
    }

    /** These limits with another time until the set-up. */
    public TimeLimits withFirstFrame(Duration time) {
        return new TimeLimits(time, unfinished, idle, minKeepAlive, maxLifetime);
    }

    /** These limits with another time to finish a frame or request. */
    public TimeLimits withUnfinished(Duration time) {
        return new TimeLimits(firstFrame, time, idle, minKeepAlive, maxLifetime);
    }

    /** These limits with another time of silence. */
    public TimeLimits withIdle(Duration time) {
        return new TimeLimits(firstFrame, unfinished, time, minKeepAlive, maxLifetime);
    }

    /** How often to look at the clock: often enough for the shortest of the limits. */
    Duration tick() {
        Duration shortest = firstFrame.compareTo(unfinished) < 0 ? firstFrame : unfinished;
        shortest = shortest.compareTo(idle) < 0 ? shortest : idle;
        Duration quarter = shortest.dividedBy(4);
        Duration second = Duration.ofSeconds(1);
        return quarter.compareTo(second) < 0 ? quarter : second;
    }
}
