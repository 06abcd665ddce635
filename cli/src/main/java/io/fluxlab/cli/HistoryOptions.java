package io.fluxlab.cli;

import io.fluxlab.history.History;
import io.fluxlab.history.HistoryException;
import io.fluxlab.history.HistorySettings;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a server keeps runs that are submitted, and how many. */
final class HistoryOptions {

    /** Keeps nothing. */
    private static final String NONE = "none";

    private static final int MEGABYTE_BITS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Option(
            names = "--data",
            paramLabel = "PLACE",
            description = "Where submitted runs are kept: a folder, r2dbc:postgresql://user@host:port/name, or none;"
                    + " ~/.fluxlab.")
    private @Nullable String place;

    @Option(
            names = "--keep-for",
            paramLabel = "TIME",
            defaultValue = "2160h",
            description = "How long a run is kept after it has started; ${DEFAULT-VALUE}.")
    private Duration keepFor = Duration.ZERO;

    @Option(
            names = "--keep-size",
            paramLabel = "MB",
            defaultValue = "1024",
            description =
                    "Megabytes that the events of all runs may take, compressed, beyond which the oldest are forgotten;"
                            + " ${DEFAULT-VALUE}.")
    private int keepSize;

    /** What is kept, open; empty where nothing is, or where nobody has asked for what can't be. */
    Optional<History> open(OptionMistakes mistakes, Surroundings surroundings) {
        if (NONE.equals(place)) {
            return Optional.empty();
        }
        String where = place == null ? KeepOptions.USUAL.toString() : place;
        HistorySettings settings = HistorySettings.in(where).keeping(keepFor, (long) keepSize << MEGABYTE_BITS);
        try {
            return History.open(settings, KeepOptions.origin()).blockOptional(PATIENCE);
        } catch (HistoryException e) {
            if (place != null) {
                throw mistakes.of("--data", "is wrong: " + e.getMessage());
            }
            surroundings
                    .console()
                    .note("Submitted runs are not kept: " + e.getMessage() + ". Name another place with --data.");
            return Optional.empty();
        }
    }
}
