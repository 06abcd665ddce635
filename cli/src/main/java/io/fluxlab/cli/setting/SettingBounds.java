package io.fluxlab.cli.setting;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * How small and how large the values of {@code fluxlab serve} may be, whether they are typed, in the environment or in a file:
 * numbers as the schema of that file says, and times, of which a schema knows nothing. Stateless.
 */
public final class SettingBounds {

    private static final Duration MOMENT = Duration.ofNanos(1);
    private static final Duration YEAR = Duration.ofDays(365);

    private static final Map<String, Times> TIMES = Map.of(
            "--grace", new Times(Duration.ZERO, "0s", YEAR, "8760h"),
            "--keep-for", new Times(Duration.ofMinutes(1), "1min", Duration.ofDays(3650), "87600h"),
            "--max-wait", new Times(Duration.ZERO, "0s", Duration.ofHours(1), "1h"),
            "--max-run-time", new Times(MOMENT, "1ns", YEAR, "8760h"),
            "--max-cpu-per-address", new Times(MOMENT, "1ns", YEAR, "8760h"),
            "--max-cpu-per-principal", new Times(MOMENT, "1ns", YEAR, "8760h"));

    private SettingBounds() {}

    private record Times(Duration least, String leastText, Duration most, String mostText) {

        Optional<String> mistake(Duration value) {
            return value.compareTo(least) < 0
                    ? Optional.of("must be at least " + leastText)
                    : value.compareTo(most) > 0 ? Optional.of("must be at most " + mostText) : Optional.empty();
        }
    }

    /**
     * Looks at the values of a command that was parsed.
     *
     * @throws ParameterException naming the first option that is out of bounds, the bound, and the value
     */
    public static void check(CommandSpec serve) {
        Map<?, ?> keys =
                (Map<?, ?>) Objects.requireNonNull(SettingsFile.schema().get("properties"));
        for (OptionSpec option : serve.options()) {
            Object schema = keys.get(option.longestName().substring(2));
            mistake(option, schema instanceof Map<?, ?> known ? known : Map.of())
                    .ifPresent(what -> {
                        String message = "%s %s, was %s".formatted(option.longestName(), what, text(option, serve));
                        throw new ParameterException(serve.commandLine(), message, option, null);
                    });
        }
    }

    private static Optional<String> mistake(OptionSpec option, Map<?, ?> schema) {
        Object value = option.getValue();
        Times times = TIMES.get(option.longestName());
        if (value instanceof Integer number) {
            return mistake(number, schema.get("minimum"), schema.get("maximum"));
        } else if (value instanceof Duration time && times != null) {
            return times.mistake(time);
        } else if (value != null && value.toString().isBlank()) {
            return Optional.of("must not be empty");
        }
        return Optional.empty();
    }

    private static Optional<String> mistake(int value, @Nullable Object least, @Nullable Object most) {
        if (least instanceof Integer bound && value < bound) {
            return Optional.of("must be at least " + bound);
        } else if (most instanceof Integer bound && value > bound) {
            return Optional.of("must be at most " + bound);
        }
        return Optional.empty();
    }

    /** As somebody wrote it. */
    private static String text(OptionSpec option, CommandSpec serve) {
        List<String> typed = option.originalStringValues();
        String found =
                serve.defaultValueProvider() instanceof ServeSettings settings ? settings.defaultValue(option) : null;
        return typed.isEmpty() ? String.valueOf(found) : typed.get(typed.size() - 1);
    }
}
