package io.fluxlab.load;

import io.fluxlab.parameter.Param;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A time that somebody gives, from a microsecond to a day. Immutable.
 *
 * @param nanos how long, in nanoseconds
 */
public record Span(
        @Param(value = "nanoseconds", min = Span.LEAST, max = Span.MOST)
        long nanos) {

    /** A microsecond. */
    public static final long LEAST = 1_000;

    /** A day. */
    public static final long MOST = 86_400_000_000_000L;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,15}(?:\\.\\d{1,9})?)\\s*(\\p{L}{1,3})");
    private static final Map<String, Long> UNITS = Map.of(
            "us", 1_000L,
            "µs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "min", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    /** As a time is written: whole powers of ten, so that each has an end. */
    private static final List<Map.Entry<String, Long>> WRITTEN =
            List.of(Map.entry("s", 1_000_000_000L), Map.entry("ms", 1_000_000L), Map.entry("us", 1_000L));

    public Span {
        if (nanos < LEAST || nanos > MOST) {
            throw new IllegalArgumentException("a time between 1 µs and 24 h");
        }
    }

    /** So long. */
    public static Span of(Duration time) {
        return new Span(time.toNanos());
    }

    /** The text form: {@code 10s}, {@code 250 ms}. */
    public static Span parse(String text) {
        Matcher matcher = TEXT.matcher(text.strip());
        Long unit = matcher.matches() ? UNITS.get(matcher.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException("a time between 1 µs and 24 h with its unit, such as 10s or 250ms");
        }
        BigDecimal nanos = new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(unit));
        return new Span(nanos.min(BigDecimal.valueOf(Long.MAX_VALUE))
                .setScale(0, RoundingMode.HALF_UP)
                .longValue());
    }

    /** {@code 20ms}, {@code 1.5s}. */
    public String text() {
        Map.Entry<String, Long> unit = WRITTEN.stream()
                .filter(each -> nanos >= each.getValue())
                .findFirst()
                .orElse(WRITTEN.get(WRITTEN.size() - 1));
        return BigDecimal.valueOf(nanos)
                        .divide(BigDecimal.valueOf(unit.getValue()))
                        .stripTrailingZeros()
                        .toPlainString()
                + unit.getKey();
    }

    /** The time. */
    public Duration time() {
        return Duration.ofNanos(nanos);
    }
}
