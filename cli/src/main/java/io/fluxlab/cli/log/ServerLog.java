package io.fluxlab.cli.log;

import ch.qos.logback.classic.AsyncAppender;
import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/**
 * The log of a server: what Fluxlab says from a level on, and the warnings of the libraries beneath it. Lines are written
 * by a thread of the log's own, so that a reader that has stopped reading stops no event loop.
 */
public final class ServerLog implements AutoCloseable {

    private static final int EVENTS_PER_SECOND = 20;
    private static final int QUEUE = 1024;
    private static final String OURS = "io.fluxlab";

    private final LoggerContext context;
    private final AsyncAppender appender;

    private ServerLog(LoggerContext context, AsyncAppender appender) {
        this.context = context;
        this.appender = appender;
    }

    /** Logs until it is closed. Where Logback was given a file of its own, that decides instead. */
    public static ServerLog open(Consumer<String> lines, LogLevel level) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        AsyncAppender appender = appender(context, lines);
        if (!QuietConfigurator.isOverruled()) {
            root(context).setLevel(level == LogLevel.ERROR ? Level.ERROR : Level.WARN);
            context.getLogger(OURS).setLevel(level.level());
            root(context).addAppender(appender);
        }
        return new ServerLog(context, appender);
    }

    private static AsyncAppender appender(LoggerContext context, Consumer<String> lines) {
        Lines writer = new Lines(lines);
        writer.setContext(context);
        writer.start();
        AsyncAppender async = new AsyncAppender();
        async.setContext(context);
        async.setQueueSize(QUEUE);
        async.setDiscardingThreshold(0);
        async.setNeverBlock(true);
        async.addFilter(new ToldBetterFilter());
        async.addFilter(new RateFilter(EVENTS_PER_SECOND, System::nanoTime));
        async.addAppender(writer);
        async.start();
        return async;
    }

    private static Logger root(LoggerContext context) {
        return context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    }

    /** Writes what was logged so far, and is quiet from then on. */
    @Override
    public void close() {
        if (root(context).detachAppender(appender)) {
            root(context).setLevel(Level.OFF);
            context.getLogger(OURS).setLevel(null);
        }
        appender.stop();
    }

    /** Hands each event on as a line. */
    private static final class Lines extends AppenderBase<ILoggingEvent> {

        private final Consumer<String> lines;

        Lines(Consumer<String> lines) {
            this.lines = lines;
        }

        @Override
        protected void append(ILoggingEvent event) {
            lines.accept(LogLine.of(event));
        }
    }
}
