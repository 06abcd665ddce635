package io.fluxlab.lecture.locks;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The lecture's {@code BoundedSemaphore}: a {@link Semaphore} that can't be released more often than it was acquired, which
 * Java's own can. Thread-safe.
 */
final class BoundedSemaphore {

    private final Semaphore semaphore;
    private final AtomicInteger held = new AtomicInteger();

    BoundedSemaphore(int permits) {
        this.semaphore = new Semaphore(permits);
    }

    /** Waits for a permit. */
    void acquire() throws InterruptedException {
        semaphore.acquire();
        held.incrementAndGet();
    }

    /**
     * Gives a permit back.
     *
     * @throws IllegalStateException where nobody holds one: Python's is a {@code ValueError} with these words
     */
    void release() {
        int before = held.getAndUpdate(count -> Math.max(0, count - 1));
        if (before == 0) {
            throw new IllegalStateException("Semaphore released too many times");
        }
        semaphore.release();
    }

    int availablePermits() {
        return semaphore.availablePermits();
    }
}
