package io.fluxlab.lecture.interpreter;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * What one that makes calls says of them: how long it had to wait, from the end of a call until it could go on, in
 * milliseconds. Immutable.
 */
record Waits(String role, int calls, double p50Millis, double p99Millis, double maxMillis) {

    static Waits of(long[] waitedNanos) {
        long[] sorted = waitedNanos.clone();
        Arrays.sort(sorted);
        return new Waits("io", sorted.length, millis(sorted, 50), millis(sorted, 99), millis(sorted, 100));
    }

    /** The smallest of these that so many per cent do not exceed. */
    private static double millis(long[] sorted, int percent) {
        int rank = (int) Math.ceil(sorted.length * percent / 100.0);
        return (double) sorted[rank - 1] / TimeUnit.MILLISECONDS.toNanos(1);
    }
}
