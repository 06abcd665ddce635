package io.fluxlab.server.transport;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Knows since when a connection has had the beginning of a frame without its end. Touched by the event loop alone. */
final class WireProgress {

    private final SharedBudget.Share share;
    private final LongSupplier nanoTime;
    private long heldBytes;
    private boolean unfinished;
    private long sinceNanos;

    /**
     * @param share of the bytes of all connections
     */
    WireProgress(SharedBudget.Share share, LongSupplier nanoTime) {
        this.share = share;
        this.nanoTime = nanoTime;
    }

    /** A whole frame has come. */
    void frameCompleted() {
        unfinished = false;
    }

    /**
     * All that could be read was read.
     *
     * @param rest whether some of it is the beginning of a frame
     * @param bytes what is kept of that
     */
    void readCompleted(boolean rest, long bytes) {
        share.add(2 * (bytes - heldBytes)); // a buffer that grows has up to twice the room that it needs
        heldBytes = bytes;
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
