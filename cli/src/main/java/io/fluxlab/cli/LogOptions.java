package io.fluxlab.cli;

import io.fluxlab.cli.log.LogLevel;
import io.fluxlab.scenario.report.UnwritableFileException;
import io.fluxlab.server.log.AuditLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a server writes to its log. */
final class LogOptions {

    @Option(
            names = "--log-level",
            paramLabel = "LEVEL",
            defaultValue = "info",
            description = "What it logs on standard error: error, warn, info or debug; ${DEFAULT-VALUE}.")
    private LogLevel level = LogLevel.INFO;

    @Option(
            names = "--log-refusals",
            paramLabel = "N",
            defaultValue = "20",
            description = "Lines a second about what is refused; the rest is counted; ${DEFAULT-VALUE}.")
    private int refusalsPerSecond;

    @Option(
            names = "--audit-log",
            paramLabel = "FILE",
            description = "Append a line of JSON for every request: who, from where, what, claims, outcome.")
    private @Nullable Path audit;

    /** The audit log, if one is wanted; it is open. */
    Optional<AuditLog> audit() {
        Path file = audit;
        if (file == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(AuditLog.open(file));
        } catch (IOException e) {
            throw new UnwritableFileException(file, e);
        }
    }

    LogLevel level() {
        return level;
    }

    int refusalsPerSecond() {
        return refusalsPerSecond;
    }
}
