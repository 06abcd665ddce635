package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/** Takes a lock twice, stays a while, and lets go of it as often as it has taken it. */
final class Retaker implements DemonstrationThreads.Job {

    private final Lock lock;
    private final int holdMillis;
    private final CountDownLatch through = new CountDownLatch(1);
    private volatile int taken;

    Retaker(Lock lock, int holdMillis) {
        this.lock = lock;
        this.holdMillis = holdMillis;
    }

    // tag::twice[]
    @Override
    public void run() throws InterruptedException {
        try {
            take();
            take();
            Thread.sleep(holdMillis);
            through.countDown();
        } finally {
            for (int i = taken; i > 0; i--) {
                lock.unlock();
            }
        }
    }
    // end::twice[]

    int taken() {
        return taken;
    }

    /** Whether it got through within this time. */
    boolean isThrough(long millis) throws InterruptedException {
        return through.await(millis, TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    private void take() throws InterruptedException {
        lock.lockInterruptibly();
        taken++;
    }
}
