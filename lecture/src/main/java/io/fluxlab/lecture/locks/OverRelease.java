package io.fluxlab.lecture.locks;

import java.util.concurrent.Semaphore;

/**
 * What a release too many does to two semaphores whose permits were all acquired and released before.
 *
 * @param permits how many permits both had
 * @param refused whether the bounded one refused the release
 * @param message what it said
 * @param boundedPermits how many permits the bounded one has now
 * @param unboundedPermits how many permits Java's own has now
 */
record OverRelease(int permits, boolean refused, String message, int boundedPermits, int unboundedPermits) {

    static OverRelease of(int permits) throws InterruptedException {
        BoundedSemaphore bounded = new BoundedSemaphore(permits);
        Semaphore unbounded = new Semaphore(permits);
        for (int i = 0; i < permits; i++) {
            bounded.acquire();
            unbounded.acquire();
        }
        for (int i = 0; i < permits; i++) {
            bounded.release();
            unbounded.release();
        }
        unbounded.release();
        try {
            bounded.release();
        } catch (IllegalStateException e) {
            return new OverRelease(
                    permits,
                    true,
                    String.valueOf(e.getMessage()),
                    bounded.availablePermits(),
                    unbounded.availablePermits());
        }
        return new OverRelease(permits, false, "", bounded.availablePermits(), unbounded.availablePermits());
    }
}
