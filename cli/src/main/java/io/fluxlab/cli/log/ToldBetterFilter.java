package io.fluxlab.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;

/**
 * Leaves out what a cluster's broker says of each session of a worker that is gone, and of whoever is not let in: the
 * coordinator has one line for each of these, with the worker's name. Thread-safe.
 */
final class ToldBetterFilter extends Filter<ILoggingEvent> {

    private static final String OF_BROKER = "org.apache.activemq.artemis.";
    private static final int CODE_LENGTH = "AMQ222061".length();

    /** A client's connection has failed; what it had is cleared up; somebody can't be authenticated. */
    private static final Set<String> TOLD = Set.of("AMQ222061", "AMQ222107", "AMQ222216");

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String message = event.getMessage();
        return event.getLoggerName().startsWith(OF_BROKER)
                        && message != null
                        && message.length() >= CODE_LENGTH
                        && TOLD.contains(message.substring(0, CODE_LENGTH))
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }
}
