package io.fluxlab.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Writes nanoseconds the way people read them: {@code 640 ns}, {@code 0.41 ms}, {@code 812 ms}, {@code 1.94 s}. */
public final class Durations {
    private static final long MICRO = 1_000;
    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final long MINUTE = 60 * SECOND;

    private Durations() {}

    /**
     * A time with at most three significant digits and its unit. Milliseconds start at a tenth of one and minutes at two,
     * so that figures that are compared side by side tend to share a unit.
     */
    public static String readable(long nanos) {
        long size = Math.abs(nanos);
        if (size < MICRO) {
            return nanos + " ns";
        } else if (size < MILLI / 10) {
            return in(nanos, MICRO, " µs");
        } else if (size < SECOND) {
            return in(nanos, MILLI, " ms");
        } else if (size < 2 * MINUTE) {
            return in(nanos, SECOND, " s");
        } else {
            return in(nanos, MINUTE, " min");
        }
    }

    private static String in(long nanos, long unitNanos, String unit) {
        BigDecimal value = BigDecimal.valueOf(nanos)
                .divide(BigDecimal.valueOf(unitNanos), MathContext.DECIMAL64)
                .round(new MathContext(3, RoundingMode.HALF_UP));
        // below one, two digits say as much as three
        BigDecimal shown = value.abs().compareTo(BigDecimal.ONE) < 0
                ? value.round(new MathContext(2, RoundingMode.HALF_UP))
                : value;
        return shown.signum() == 0 ? "0" + unit : shown.stripTrailingZeros().toPlainString() + unit;
    }
}
