package io.fluxlab.run;

import java.util.function.LongSupplier;

/** Nanoseconds since the first task could start. Thread-safe. */
final class RunClock {

    private final LongSupplier nanoTime;
    private volatile long startNanos;

    /** A clock that reads {@code nanoTime}, as {@link System#nanoTime()} has it, and starts now. */
    RunClock(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        start();
    }

    /** Counts from now on. */
    final void start() {
        startNanos = nanoTime.getAsLong();
    }

    long nanos() {
        return nanos(nanoTime.getAsLong());
    }

    /** At this reading of {@link #nanoTime()}. */
    long nanos(long atNanoTime) {
        return atNanoTime - startNanos;
    }

    /** Nanoseconds since some moment that is always the same. */
    long nanoTime() {
        return nanoTime.getAsLong();
    }
}
