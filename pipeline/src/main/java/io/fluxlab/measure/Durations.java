package io.fluxlab.measure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;

/** Writes nanoseconds the way people read them: {@code 640 ns}, {@code 0.41 ms}, {@code 812 ms}, {@code 1.94 s}. */
public final class Durations {
    private static final int MOST_DECIMALS = 3;

    /** The units, each with the first number of nanoseconds that is too long for it. */
    private enum Unit {
        NANO(1, 1_000, " ns"),
        MICRO(1_000, 100_000, " µs"),
        MILLI(1_000_000, 1_000_000_000, " ms"),
        SECOND(1_000_000_000, 120_000_000_000L, " s"),
        MINUTE(60_000_000_000L, Long.MAX_VALUE, " min");

        private final long nanos;
        private final long tooLong;
        private final String text;

        Unit(long nanos, long tooLong, String text) {
            this.nanos = nanos;
            this.tooLong = tooLong;
            this.text = text;
        }

        long nanos() {
            return nanos;
        }

        String text() {
            return text;
        }

        static Unit of(long nanos) {
            return Arrays.stream(values())
                    .filter(unit -> Math.abs(nanos) < unit.tooLong)
                    .findFirst()
                    .orElse(MINUTE);
        }
    }

    private Durations() {}

    /**
     * A time with at most three significant digits and its unit. Milliseconds start at a tenth of one and minutes at two,
     * so that figures that are compared side by side tend to share a unit.
     */
    public static String readable(long nanos) {
        Unit unit = Unit.of(nanos);
        return unit == Unit.NANO ? nanos + unit.text() : in(nanos, unit.nanos(), unit.text());
    }

    /**
     * A time with its margin in the same unit and to the same digit, the margin's first: {@code 812 ± 12 ms}. A time that
     * would be 0 then has its own first digit.
     */
    public static String readable(long nanos, long marginNanos) {
        Unit unit = Unit.of(nanos);
        double margin = (double) marginNanos / unit.nanos();
        double value = (double) nanos / unit.nanos();
        int decimals = margin == 0 ? MOST_DECIMALS : decimals(margin);
        if (Math.round(Math.abs(value)) == 0 && nanos != 0) {
            decimals = Math.max(decimals, decimals(Math.abs(value)));
        }
        return String.format(Locale.ROOT, "%." + decimals + "f ± %." + decimals + "f%s", value, margin, unit.text());
    }

    /** So many that one digit counts. */
    private static int decimals(double value) {
        return Math.clamp((int) -Math.floor(Math.log10(value)), 0, MOST_DECIMALS);
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
