package io.fluxlab.server.fuzz;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Hooks;

/**
 * What went wrong where no caller sees it: exceptions that Reactor dropped, and whatever is logged as a warning or an
 * error. Thread-safe.
 */
public final class Mishaps {

    /** Reactor Netty says this of every request that is not HTTP, and answers it. */
    private static final String UNREADABLE_HTTP = "Decoding failed: ";

    private static final Queue<String> SEEN = new ConcurrentLinkedQueue<>();

    private Mishaps() {}

    /** Begins to watch. */
    public static void watch() {
        Hooks.onErrorDropped(error -> SEEN.add("dropped: " + error));
        AppenderBase<ILoggingEvent> appender = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (event.getLevel().isGreaterOrEqual(Level.WARN)
                        && !event.getMessage().contains(UNREADABLE_HTTP)) {
                    SEEN.add(event.getLoggerName() + ": " + event.getFormattedMessage()
                            + (event.getThrowableProxy() == null
                                    ? ""
                                    : " " + event.getThrowableProxy().getClassName() + ": "
                                            + event.getThrowableProxy().getMessage()));
                }
            }
        };
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        appender.setContext(root.getLoggerContext());
        appender.start();
        root.addAppender(appender);
    }

    /** What went wrong since the last call. */
    public static List<String> take() {
        List<String> taken = new ArrayList<>();
        for (String seen = SEEN.poll(); seen != null; seen = SEEN.poll()) {
            taken.add(seen);
        }
        return taken;
    }
}
