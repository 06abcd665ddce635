package io.fluxlab.junit.engine;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as annotations have them: a number and its unit. Stateless. */
final class DurationText {

    private static final Pattern FORM = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ns|us|µs|ms|s|m|min|h)");
    private static final Map<String, Double> NANOS =
            Map.of("ns", 1.0, "us", 1e3, "µs", 1e3, "ms", 1e6, "s", 1e9, "m", 60e9, "min", 60e9, "h", 3600e9);
    private static final double LONGEST_NANOS = 24 * 3600e9;

    private DurationText() {}

    /** The duration; empty where this is none between 1 ns and 24 h. */
    static Optional<Duration> read(String text) {
        Matcher matcher = FORM.matcher(text.trim());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        double nanos = Double.parseDouble(matcher.group(1)) * NANOS.getOrDefault(matcher.group(2), 0.0);
        return nanos < 1 || nanos > LONGEST_NANOS ? Optional.empty() : Optional.of(Duration.ofNanos(Math.round(nanos)));
    }
}
