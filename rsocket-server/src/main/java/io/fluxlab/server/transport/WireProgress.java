package io.fluxlab.server.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Knows since when a connection has had the beginning of a frame without its end. Touched by the event loop alone. */
final class WireProgress {

    private final LongSupplier nanoTime;
    private boolean unfinished;
    private long sinceNanos;

    WireProgress(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** A whole frame has come. */
    void frameCompleted() {
        unfinished = false;
    }

    /** All that could be read was read; tells whether some of it is the beginning of a frame. */
    void readCompleted(boolean rest) {
        if (!rest) {
            unfinished = false;
        } else if (!unfinished) {
            unfinished = true;
            sinceNanos = nanoTime.getAsLong();
        }
    }

    /** For how long the rest of a frame has been missing; zero if none is. */
    Duration unfinishedFor() {
        return unfinished ? Duration.ofNanos(nanoTime.getAsLong() - sinceNanos) : Duration.ZERO;
    }
}
