package io.fluxlab.cli.input;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times: {@code 250ms}, {@code 1.5 s}, {@code 2min}. */
public final class Durations {

    private static final Pattern TIME = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(\\p{L}+)");
    private static final Map<String, Long> NANOS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private Durations() {}

    /**
     * The time.
     *
     * @throws UsageException if the text is none
     */
    public static Duration parse(String text) {
        Matcher matcher = TIME.matcher(text.trim());
        Long unit = matcher.matches() ? NANOS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new UsageException(
                    "'" + text + "' is no time: write a number and ns, µs, ms, s, min or h, such as 15s");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        try {
            return Duration.ofNanos(nanos.setScale(0, RoundingMode.HALF_UP).longValueExact());
        } catch (ArithmeticException e) {
            throw new UsageException("'" + text + "' is longer than 292 years");
        }
    }
}
