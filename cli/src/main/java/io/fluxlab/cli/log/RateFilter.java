package io.fluxlab.cli.log;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.fluxlab.server.log.LineRate;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bounds how much the libraries beneath the server say, since clients can make them say it: so many events a second, one
 * logger no more than half of them. How many were left out is said with the next that is not. Thread-safe.
 */
final class RateFilter extends Filter<ILoggingEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RateFilter.class);

    /** Bounds itself, by what was refused. */
    private static final String REFUSALS = "io.fluxlab.server.log.";

    private final LineRate rate;

    RateFilter(int eventsPerSecond, LongSupplier nanoTime) {
        this.rate = new LineRate(eventsPerSecond, nanoTime);
    }

    @Override
    public FilterReply decide(ILoggingEvent event) {
        String logger = event.getLoggerName();
        if (logger.startsWith(REFUSALS) || logger.equals(LOG.getName())) {
            return FilterReply.NEUTRAL;
        }
        if (!rate.admits(logger)) {
            return FilterReply.DENY;
        }
        rate.takeLeftOut().forEach((kind, count) -> LOG.warn("{} more events of {} were left out", count, kind));
        return FilterReply.NEUTRAL;
    }
}
