package io.fluxlab.run;

/** Nanoseconds since the first task could start. Immutable. */
record RunClock(long startNanos) {

    static RunClock started() {
        return new RunClock(System.nanoTime());
    }

    long nanos() {
        return nanos(System.nanoTime());
    }

    /** At this reading of {@link System#nanoTime()}. */
    long nanos(long atNanoTime) {
        return atNanoTime - startNanos;
    }
}
