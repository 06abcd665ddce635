package io.fluxlab.lecture.race;

import java.util.concurrent.ThreadLocalRandom;

/**
 * A place in the middle of something, where a thread may lose its CPU to another at any time. On a machine with CPUs to
 * spare that happens too seldom to wait for, and where CPUs are short a thread may be through before the next one has
 * begun; an open gap has it happen now and then. Opened between races, by the thread that starts them; otherwise
 * thread-safe.
 */
public final class Gap {

    /** Not volatile: threads that start later see it, and nobody must be synchronized by coming past. */
    private int every;

    /** From the next race on, a thread gives its CPU away about once in so many times that it comes past. */
    public void open(int times) {
        every = times;
    }

    /** A thread comes past. */
    public void pass() {
        int times = every;
        if (times > 0 && ThreadLocalRandom.current().nextInt(times) == 0) {
            Thread.yield();
        }
    }
}
