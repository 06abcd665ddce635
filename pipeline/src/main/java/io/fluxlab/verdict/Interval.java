package io.fluxlab.verdict;

import java.util.Locale;

/** A closed range of ratios, both ends included. Immutable. */
public record Interval(double low, double high) {
    private static final int MOST_DECIMALS = 3;

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not be above high, was " + low + " to " + high);
        }
    }

    /** Whether this range lies within the other. */
    public boolean inside(Interval other) {
        return low >= other.low && high <= other.high;
    }

    /** The same range for the ratio turned over: a time ratio becomes a speed-up. */
    public Interval inverse() {
        return new Interval(1 / high, 1 / low);
    }

    /** Both ends, with as many digits as their distance supports: {@code 1.87 to 1.99}. */
    public String text() {
        return round(low) + " to " + round(high);
    }

    /**
     * A value in this range, with so many digits that half the range has one significant digit, but with a decimal at
     * least where the range begins below ten.
     */
    public String round(double value) {
        double halfWidth = (high - low) / 2;
        int least = low < 0.1 ? 2 : low < 10 ? 1 : 0;
        int decimals = halfWidth == 0
                ? MOST_DECIMALS
                : Math.clamp((int) -Math.floor(Math.log10(halfWidth)), least, MOST_DECIMALS);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
