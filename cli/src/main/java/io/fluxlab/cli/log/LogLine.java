package io.fluxlab.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import io.fluxlab.server.log.LogText;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * An event as a line: time, level, logger, message. What follows of an exception is indented, so that every line that
 * begins with a time is an event, whatever was sent to the server. Stateless.
 */
final class LogLine {

    private static final String CONTINUED = "\n    ";

    private LogLine() {}

    static String of(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160)
                .append(Instant.ofEpochMilli(event.getTimeStamp()).truncatedTo(ChronoUnit.MILLIS))
                .append(' ')
                .append(event.getLevel())
                .append(' ')
                .append(simple(event.getLoggerName()))
                .append(": ")
                .append(LogText.of(event.getFormattedMessage()));
        if (event.getThrowableProxy() != null) {
            ThrowableProxyUtil.asString(event.getThrowableProxy())
                    .lines()
                    .forEach(each -> line.append(CONTINUED).append(LogText.of(each.strip())));
        }
        return line.toString();
    }

    private static String simple(String logger) {
        return logger.substring(logger.lastIndexOf('.') + 1);
    }
}
