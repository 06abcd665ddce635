package io.fluxlab.measure;

/**
 * How long something took, over {@code count} observations: the median, the 99th percentile and the maximum, in
 * nanoseconds. All figures are 0 where nothing was observed. Immutable.
 */
public record Latency(long p50Nanos, long p99Nanos, long maxNanos, long count) {
    /** The latency of nothing observed. */
    public static final Latency NONE = new Latency(0, 0, 0, 0);

    public Latency {
        if (p50Nanos < 0 || p99Nanos < p50Nanos || maxNanos < p99Nanos || count < 0) {
            throw new IllegalArgumentException("latency must satisfy 0 <= p50 <= p99 <= max and count >= 0, was p50 "
                    + p50Nanos + ", p99 " + p99Nanos + ", max " + maxNanos + ", count " + count);
        }
    }
}
