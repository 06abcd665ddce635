package io.fluxlab.server.http;

import java.time.Duration;

/**
 * Bounds on what one HTTP request may take before it becomes a WebSocket, or is answered. Immutable.
 *
 * @param request from the accepted connection, or the answer before, to a complete request; five seconds by default
 * @param answer from a complete request until its answer was taken; thirty seconds by default
 * @param lineBytes of the first line of a request; 4,096 by default
 * @param headerBytes of its headers together; 8,192 by default
 * @param headers how many of them; 64 by default
 */
public record HttpLimits(Duration request, Duration answer, int lineBytes, int headerBytes, int headers) {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final int MOST = 1 << 20;

    public HttpLimits {
        check("request", request);
        check("answer", answer);
        check("lineBytes", lineBytes);
        check("headerBytes", headerBytes);
        check("headers", headers);
    }

    /** Limits that no browser and no honest program meets. */
    public static HttpLimits defaults() {
        return new HttpLimits(Duration.ofSeconds(5), Duration.ofSeconds(30), 4096, 8192, 64);
    }

    /** These limits with other times. */
    public HttpLimits withTimes(Duration newRequest, Duration newAnswer) {
        return new HttpLimits(newRequest, newAnswer, lineBytes, headerBytes, headers);
    }

    /** These limits with another number of headers. */
    public HttpLimits withHeaders(int most) {
        return new HttpLimits(request, answer, lineBytes, headerBytes, most);
    }

    private static void check(String name, Duration value) {
        if (value.compareTo(SHORTEST) < 0 || value.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    name + " must be between " + SHORTEST + " and " + LONGEST + ", was " + value);
        }
    }

    private static void check(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(name + " must be between 1 and " + MOST + ", was " + value);
        }
    }
}
