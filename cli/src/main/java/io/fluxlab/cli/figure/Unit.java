package io.fluxlab.cli.figure;

import io.fluxlab.cli.input.Durations;
import io.fluxlab.cli.input.UsageException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a figure is counted in: how its values are typed and shown. */
public enum Unit {
    /** A bare number, with an x or × behind it if one likes. */
    FACTOR {
        @Override
        public double parse(String text) {
            String number = text.replaceFirst("\\s*[x×]$", "");
            if (!NUMBER.matcher(number).matches()) {
                throw new UsageException("'" + text + "' is no number");
            }
            return Double.parseDouble(number);
        }

        @Override
        public String show(double value) {
            BigDecimal rounded = new BigDecimal(value).setScale(value < 10 ? 3 : 1, java.math.RoundingMode.HALF_UP);
            return rounded.stripTrailingZeros().toPlainString();
        }
    },
    /** Nanoseconds. */
    TIME {
        @Override
        public double parse(String text) {
            return Durations.parse(text).toNanos();
        }

        @Override
        public String show(double value) {
            return io.fluxlab.measure.Durations.readable(Math.round(value));
        }
    },
    /** Bytes. */
    BYTES {
        @Override
        public double parse(String text) {
            Matcher matcher = SIZE.matcher(text);
            Double factor = matcher.matches() ? FACTORS.get(matcher.group(2)) : null;
            if (factor == null) {
                throw new UsageException("'" + text + "' is no size: write a number and B, kB, MB or GB");
            }
            return Double.parseDouble(matcher.group(1)) * factor;
        }

        @Override
        public String show(double value) {
            return Quantities.bytes(Math.round(value));
        }
    };

    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final Pattern SIZE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(\\p{L}+)");
    private static final Map<String, Double> FACTORS = Map.of("B", 1.0, "kB", 1e3, "KB", 1e3, "MB", 1e6, "GB", 1e9);

    /**
     * The value that was typed.
     *
     * @throws UsageException if it is none
     */
    public abstract double parse(String text);

    /** The value for a person. */
    public abstract String show(double value);
}
