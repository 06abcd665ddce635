package io.fluxlab.verdict;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Medians: the middle value, or the mean of the two in the middle. */
public final class Medians {
    private Medians() {}

    /** The median of these, one at least. */
    public static double of(DoubleStream values) {
        return ofSorted(values.sorted().toArray());
    }

    /** The median of these, one at least. */
    public static long of(LongStream values) {
        long[] sorted = values.sorted().toArray();
        long lower = sorted[(sorted.length - 1) / 2];
        return lower + (sorted[sorted.length / 2] - lower) / 2;
    }

    static double ofSorted(double[] sorted) {
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    /** The spread about the median, scaled to be the standard deviation where the noise is normal; outliers hardly count. */
    static double deviation(double[] values) {
        double median = of(Arrays.stream(values));
        return 1.4826 * of(Arrays.stream(values).map(v -> Math.abs(v - median)));
    }
}
