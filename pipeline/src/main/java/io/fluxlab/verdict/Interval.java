package io.fluxlab.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** A closed range of ratios, both ends included. Immutable. */
public record Interval(double low, double high) {
    private static final int MOST_DECIMALS = 3;
    private static final double WIDE = 10;
    private static final double LEAST = 0.001;

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
     * least where the range begins below ten. Where its end is more than ten times its beginning, two significant digits
     * of each value say what there is to say; what is below a thousandth is 0.
     */
    public String round(double value) {
        if (low > 0 && high > WIDE * low) {
            return value < LEAST
                    ? "0"
                    : new BigDecimal(value, new MathContext(2))
                            .stripTrailingZeros()
                            .toPlainString();
        }
        double halfWidth = (high - low) / 2;
        int least = low < 0.1 ? 2 : low < 10 ? 1 : 0;
        int decimals = halfWidth == 0
                ? MOST_DECIMALS
                : Math.clamp((int) -Math.floor(Math.log10(halfWidth)), least, MOST_DECIMALS);
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
