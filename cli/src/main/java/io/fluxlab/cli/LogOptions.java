package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.log.LogLevel;
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

    LogLevel level() {
        return level;
    }

    int refusalsPerSecond() {
        if (refusalsPerSecond < 1) {
            throw new UsageException("--log-refusals must be at least 1, was " + refusalsPerSecond);
        }
        return refusalsPerSecond;
    }
}
