package io.fluxlab.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out what a cluster's broker says of each session of a worker that is gone, and of whoever is not let in: the
 * coordinator has one line for each of these, with the worker's name. Thread-safe.
 */
final class ToldBetterFilter extends Filter<ILoggingEvent> {

    private static final String OF_BROKER = "org.apache.activemq.artemis.";
    private static final int CODE_LENGTH = "AMQ222061".length();

    /** A client's connection has failed; what it had is cleared up; somebody can't be authenticated. */
    private static final Set<String> TOLD = Set.of("AMQ222061", "AMQ222107", "AMQ222216");

    /** A session can't be made; the coordinator tells it where it has no place for another connection. */
    private static final String NO_SESSION = "AMQ224018";

    private static final String NO_PLACE = "ActiveMQSessionCreationException";

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String message = event.getMessage();
        return event.getLoggerName().startsWith(OF_BROKER)
                        && message != null
                        && message.length() >= CODE_LENGTH
                        && isTold(message.substring(0, CODE_LENGTH), event.getThrowableProxy())
                ? FilterReply.DENY
                : FilterReply.NEUTRAL;
    }

    private static boolean isTold(String code, @Nullable IThrowableProxy error) {
        return TOLD.contains(code)
                || (code.equals(NO_SESSION)
                        && error != null
                        && error.getClassName().endsWith(NO_PLACE));
    }
}
