package io.fluxlab.server.transport;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** A token bucket that holds one second's worth of frames. Not thread-safe. */
final class ControlRate {

    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final long nanosPerFrame;
    private final LongSupplier nanoTime;

    /** When the bucket is full again; a frame moves it one frame's time on. */
    private long fullAt;

    ControlRate(int framesPerSecond, LongSupplier nanoTime) {
        this.nanosPerFrame = SECOND / framesPerSecond;
        this.nanoTime = nanoTime;
        this.fullAt = nanoTime.getAsLong();
    }

    /** Takes one frame's worth, if it is there. */
    boolean permits() {
        long now = nanoTime.getAsLong();
        long next = (fullAt - now > 0 ? fullAt : now) + nanosPerFrame;
        if (next - now > SECOND) {
            return false;
        }
        fullAt = next;
        return true;
    }
}
