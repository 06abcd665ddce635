package io.fluxlab.lecture.signals;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.fluxlab.lecture.demonstration.Patience;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/** A condition variable on its own: who is freed by {@code notify} and who by {@code notify_all}. Thread-safe. */
final class BareCondition {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private int freed;

    /** Waits to be notified, and looks at nothing else; false where the limit was reached. */
    @SuppressWarnings("WaitNotInLoop") // there is no condition to look at: this is about the notification itself
    boolean await(Patience patience) throws InterruptedException {
        lock.lock();
        try {
            boolean notified = rung.await(patience.limit().toNanos(), NANOSECONDS);
            freed += notified ? 1 : 0;
            return notified;
        } finally {
            lock.unlock();
        }
    }

    /** Python's {@code notify(n)}; how many wait on. */
    int ring(int n) {
        return locked(() -> {
            for (int i = 0; i < n; i++) {
                rung.signal();
            }
            return lock.getWaitQueueLength(rung);
        });
    }

    /** Python's {@code notify_all()}; how many wait on. */
    int ringForAll() {
        return locked(() -> {
            rung.signalAll();
            return lock.getWaitQueueLength(rung);
        });
    }

    int waiting() {
        return locked(() -> lock.getWaitQueueLength(rung));
    }

    int freed() {
        return locked(() -> freed);
    }

    private int locked(IntSupplier action) {
        lock.lock();
        try {
            return action.getAsInt();
        } finally {
            lock.unlock();
        }
    }
}
