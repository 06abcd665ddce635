package io.fluxlab.benchmarks;

import java.util.Arrays;

/** Several measurements of the same: their median, the lowest and the highest. Immutable. */
record Spread(double median, double low, double high) {

    static Spread of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        double median = sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
        return new Spread(median, sorted[0], sorted[sorted.length - 1]);
    }

    Spread times(double factor) {
        return new Spread(median * factor, low * factor, high * factor);
    }

    boolean isOne() {
        return low == high;
    }
}
