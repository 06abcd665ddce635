package io.fluxlab.cli.figure;

import io.fluxlab.measure.Durations;
import io.fluxlab.measure.Latency;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Writes amounts with their units. */
public final class Quantities {

    private static final List<String> BYTE_UNITS = List.of("B", "kB", "MB", "GB", "TB");

    private static final long ACCOUNTED_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    private Quantities() {}

    /** {@code 78,498}. */
    public static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** {@code 1 task}, {@code 64 tasks}. */
    public static String count(long number, String noun) {
        return count(number, noun, noun + "s");
    }

    /** {@code 1 switch}, {@code 2 switches}. */
    static String count(long number, String one, String many) {
        return count(number) + " " + (number == 1 ? one : many);
    }

    /** {@code 12.3 MB}, in powers of 1000. */
    public static String bytes(long bytes) {
        double value = bytes;
        int unit = 0;
        while (value >= 999.5 && unit < BYTE_UNITS.size() - 1) {
            value /= 1000;
            unit++;
        }
        String format = unit == 0 || value >= 99.95 ? "%.0f %s" : "%.1f %s";
        return String.format(Locale.ROOT, format, value, BYTE_UNITS.get(unit));
    }

    /** CPUs kept busy: {@code 1.93}. */
    public static String cpus(double cpus) {
        return String.format(Locale.ROOT, "%.2f", cpus);
    }

    /**
     * CPUs kept busy for so long. The system accounts for a thread's CPU time up to 10 ms late: of less than that, nothing
     * can be said.
     */
    public static String cpus(double cpus, long wallNanos) {
        return wallNanos < ACCOUNTED_NANOS ? SpeedUps.UNKNOWN : cpus(cpus);
    }

    /** {@code p50 0.41 ms, p99 3.2 ms, max 5.1 ms}. */
    public static String latency(Latency latency) {
        return "p50 %s, p99 %s, max %s"
                .formatted(
                        Durations.readable(latency.p50Nanos()),
                        Durations.readable(latency.p99Nanos()),
                        Durations.readable(latency.maxNanos()));
    }

    /** {@code from=3 to=3000000}; empty lists say nothing. */
    public static String parameters(Map<String, ?> parameters) {
        return parameters.entrySet().stream()
                .filter(entry -> !(entry.getValue() instanceof Collection<?> values && values.isEmpty()))
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(" "));
    }
}
