package io.fluxlab.lecture.signals;

import io.fluxlab.lecture.demonstration.Patience;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A flag that threads wait for: {@code threading.Event} (lecture: Объекты синхронизации: события). It starts cleared,
 * as Python's does; the lecture's comment says otherwise. Thread-safe.
 */
final class Event {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition wasSet = lock.newCondition();
    private boolean flag;
    private long sets;
    private int waited;

    boolean isSet() {
        return locked(() -> flag);
    }

    // tag::set[]
    /** Lets everyone pass who waits, and whoever comes until it is cleared. */
    void set() {
        lock.lock();
        try {
            flag = true;
            sets++;
            wasSet.signalAll();
        } finally {
            lock.unlock();
        }
    }
    // end::set[]

    /** Makes whoever comes from now on wait. */
    void clear() {
        lock.lock();
        try {
            flag = false;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits until it is set, or for as long as the limit allows; false where it was not set by then. Whoever was waiting
     * when it was set passes, also where it was cleared at once afterwards.
     */
    boolean await(Patience patience) throws InterruptedException {
        lock.lock();
        try {
            if (flag) {
                return true;
            }
            waited++;
            long before = sets;
            return patience.await(wasSet, () -> sets == before);
        } finally {
            lock.unlock();
        }
    }

    /** How many threads wait now. */
    int waiting() {
        return locked(() -> lock.getWaitQueueLength(wasSet));
    }

    /** How many calls of {@link #await} have had to wait so far. */
    int waited() {
        return locked(() -> waited);
    }

    private <T> T locked(Supplier<T> look) {
        lock.lock();
        try {
            return look.get();
        } finally {
            lock.unlock();
        }
    }
}
