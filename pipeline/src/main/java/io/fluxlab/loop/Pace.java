package io.fluxlab.loop;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * How far apart a bystander's requests are due: its own period, or more where so many runs go on that all their bystanders
 * together would send more than {@value #MOST_PER_SECOND} a second. A request costs some 40 µs of CPU time at both ends, so
 * that this is a sixth of a CPU. Thread-safe where the supplier is.
 *
 * @param own the least time between two requests
 * @param runs how many go on now
 */
public record Pace(Duration own, IntSupplier runs) {

    private static final long MOST_PER_SECOND = 4_000;

    private static final long NANOS_FOR_EACH_RUN = TimeUnit.SECONDS.toNanos(1) / MOST_PER_SECOND;

    /** A period shared with all runs of this JVM. */
    public static Pace of(Duration own) {
        return new Pace(own, HomeLoop::open);
    }

    /** So many times as slow, however many runs go on. */
    public Pace times(int factor) {
        return new Pace(own.multipliedBy(factor), () -> factor * runs.getAsInt());
    }

    /** The time between two requests as of now. */
    public long periodNanos() {
        return Math.max(own.toNanos(), runs.getAsInt() * NANOS_FOR_EACH_RUN);
    }
}
