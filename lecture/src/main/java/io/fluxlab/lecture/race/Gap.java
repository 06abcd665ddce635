package io.fluxlab.lecture.race;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * A place in the middle of a step, where a thread may lose its CPU at any time while the others go on. On an idle machine
 * that happens too seldom to wait for, and on a busy one a thread is often through before the next one has begun; an open
 * gap has it happen now and then. Opened between races, by the thread that starts them; otherwise thread-safe.
 */
public final class Gap {

    /** How often a thread stops here, about, while it takes all its steps of a race. */
    private static final long STOPS = 8;

    private static final Duration SHORTEST = Duration.ofNanos(100_000);
    private static final Duration LONGEST = Duration.ofMillis(50);

    /** Not volatile, both: threads that start later see them, and nobody must be synchronized by coming past. */
    private long every;

    private long stopNanos;

    /**
     * From the next race on, a thread stops here a few times.
     *
     * @param steps how many steps it will take
     * @param hardness how hard it gets, from 0: each time, a stop is four times as long
     */
    public void open(long steps, int hardness) {
        every = Math.max(1, steps / STOPS);
        stopNanos = Math.min(LONGEST.toNanos(), SHORTEST.toNanos() << Math.min(2 * hardness, Integer.SIZE - 1));
    }

    /** A thread comes past. */
    public void pass() {
        long times = every;
        if (times > 0 && ThreadLocalRandom.current().nextLong(times) == 0) {
            LockSupport.parkNanos(stopNanos);
        }
    }
}
