package io.fluxlab.lecture.green;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many who sleep at once: each sleeps once, and again for as long as they are not told that it is over. Started by one
 * thread; counted from any.
 */
abstract class SleepingCrowd implements AutoCloseable {

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private volatile boolean over;

    /** Starts one more. */
    abstract void start();

    /** Lets whoever wakes up from now on end. */
    final void itIsOver() {
        over = true;
    }

    /** Whether all have ended that were started. */
    abstract boolean allHaveEnded();

    /** Ends all that are left; those that have threads are waited for. */
    @Override
    public abstract void close();

    final int begun() {
        return begun.get();
    }

    final int asleep() {
        return begun.get() - ended.get();
    }

    final boolean isOver() {
        return over;
    }

    final void begins() {
        begun.incrementAndGet();
    }

    final void ends() {
        ended.incrementAndGet();
    }

    /** What a thread does. */
    final void sleepUntilOver(Duration sleep) {
        begins();
        try {
            do {
                Thread.sleep(sleep);
            } while (!over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // told to end
        } finally {
            ends();
        }
    }
}
