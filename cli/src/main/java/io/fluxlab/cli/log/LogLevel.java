package io.fluxlab.cli.log;

import ch.qos.logback.classic.Level;

/** How much a server says of itself; each level says what those before it say. */
public enum LogLevel {
    /** What broke. */
    ERROR(Level.ERROR),
    /** What was refused, and what threatens to break. */
    WARN(Level.WARN),
    /** When it starts and stops. */
    INFO(Level.INFO),
    /** Connections and requests. */
    DEBUG(Level.DEBUG);

    private final Level level;

    LogLevel(Level level) {
        this.level = level;
    }

    Level level() {
        return level;
    }
}
