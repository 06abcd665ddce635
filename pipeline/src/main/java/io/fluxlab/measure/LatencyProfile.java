package io.fluxlab.measure;

/**
 * How latencies are spread, in nanoseconds. Immutable.
 *
 * @param meanNanos their mean
 * @param p50Nanos half of them are no longer
 * @param p90Nanos nine in ten are no longer
 * @param p99Nanos 99 in a hundred are no longer
 * @param p999Nanos 999 in a thousand are no longer
 * @param maxNanos the longest
 * @param count how many there were
 */
public record LatencyProfile(
        long meanNanos, long p50Nanos, long p90Nanos, long p99Nanos, long p999Nanos, long maxNanos, long count) {}
