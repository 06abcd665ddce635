package io.fluxlab.verdict;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.function.DoubleFunction;

/**
 * Writes an interval and what lies in it with as many digits as its width supports, and with more where so few would show
 * another outcome than the interval has: one that ends at 0.996 is not written as one that ends at 1.0, nor one that
 * ends at 0.9696 as 0.97. Immutable.
 */
public final class IntervalText {
    private static final int USUAL_DECIMALS = 3;
    private static final double WIDE = 10;
    private static final double LEAST = 0.001;

    /** As many digits as a double has. */
    private static final int MOST_DIGITS = 17;

    private final Interval interval;
    private final DoubleFunction<BigDecimal> rounding;

    private IntervalText(Interval interval, DoubleFunction<BigDecimal> rounding) {
        this.interval = interval;
        this.rounding = rounding;
    }

    /** The text of an interval that is judged by this band. */
    public static IntervalText of(Interval interval, SameBand band) {
        int digits = leastDigits(interval);
        while (digits < MOST_DIGITS && !agrees(interval, rounding(interval, digits), band)) {
            digits++;
        }
        return new IntervalText(interval, rounding(interval, digits));
    }

    /** The lower end. */
    public String low() {
        return value(interval.low());
    }

    /** The upper end. */
    public String high() {
        return value(interval.high());
    }

    /** A value in the interval, to the same digit as its ends. */
    public String value(double value) {
        return rounding.apply(value).toPlainString();
    }

    private static boolean agrees(Interval exact, DoubleFunction<BigDecimal> rounding, SameBand band) {
        Interval rounded = new Interval(
                rounding.apply(exact.low()).doubleValue(),
                rounding.apply(exact.high()).doubleValue());
        return band.outcome(rounded) == band.outcome(exact) && rounded.contains(1) == exact.contains(1);
    }

    /**
     * Decimals, so many that half the range has one significant digit, but one at least where the range begins below ten.
     * Where its end is more than ten times its beginning, two significant digits of each value say what there is to say.
     */
    private static int leastDigits(Interval interval) {
        if (isWide(interval)) {
            return 2;
        }
        double low = interval.low();
        double halfWidth = (interval.high() - low) / 2;
        int least = low < 0.1 ? 2 : low < 10 ? 1 : 0;
        return halfWidth == 0
                ? USUAL_DECIMALS
                : Math.clamp((int) -Math.floor(Math.log10(halfWidth)), least, USUAL_DECIMALS);
    }

    private static DoubleFunction<BigDecimal> rounding(Interval interval, int digits) {
        return isWide(interval)
                ? value -> significant(value, digits)
                : value -> new BigDecimal(value).setScale(digits, RoundingMode.HALF_UP);
    }

    private static BigDecimal significant(double value, int digits) {
        return value < LEAST
                ? BigDecimal.ZERO
                : new BigDecimal(value, new MathContext(digits, RoundingMode.HALF_UP)).stripTrailingZeros();
    }

    private static boolean isWide(Interval interval) {
        return interval.low() > 0 && interval.high() > WIDE * interval.low();
    }
}
