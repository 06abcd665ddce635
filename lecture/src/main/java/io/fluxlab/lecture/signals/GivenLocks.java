package io.fluxlab.lecture.signals;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.locks.PlainLock;
import io.fluxlab.lecture.signals.ConditionMoment.GivenLock;
import io.fluxlab.lecture.signals.ConditionMoment.OneLock;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Conditions over a lock that was made elsewhere: Python's {@code Condition(lock)}, Java's {@code lock.newCondition()}. A wait
 * lets go of the lock, however often it was taken, and holds it as often again when it is over.
 */
final class GivenLocks {

    private static final long LIMIT_NANOS = Patience.DEFAULT.limit().toNanos();
    private static final int WAITERS = 2;

    private GivenLocks() {}

    /** Python's {@code Condition(Lock())}. Blocks. */
    static GivenLock plain(DemonstrationThreads threads) throws InterruptedException {
        PlainLock lock = new PlainLock();
        return waitAt("plain", lock, () -> lock.isHeldByCurrentThread() ? 1 : 0, threads);
    }

    /** Python's {@code Condition()}, which makes an {@code RLock}, or {@code Condition(RLock())}. Blocks. */
    static GivenLock reentrant(DemonstrationThreads threads) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        return waitAt("reentrant", lock, lock::getHoldCount, threads);
    }

    private static GivenLock waitAt(String name, Lock lock, IntSupplier held, DemonstrationThreads threads)
            throws InterruptedException {
        Condition condition = lock.newCondition();
        AtomicBoolean notified = new AtomicBoolean();
        AtomicInteger taken = new AtomicInteger();
        AtomicInteger heldAgain = new AtomicInteger();
        threads.start("condition-" + name, () -> {
            lock.lockInterruptibly();
            boolean twice = lock.tryLock(); // a plain lock would make its owner wait for itself here
            taken.set(held.getAsInt());
            try {
                Patience.DEFAULT.await(condition, () -> !notified.get());
                heldAgain.set(held.getAsInt());
            } finally {
                lock.unlock();
                if (twice) {
                    lock.unlock();
                }
            }
        });
        Patience.DEFAULT.until("the waiter to take the lock", () -> taken.get() > 0);
        boolean letGo = lock.tryLock(LIMIT_NANOS, TimeUnit.NANOSECONDS);
        if (letGo) {
            notified.set(true);
            condition.signal();
            lock.unlock();
        }
        threads.join(Patience.DEFAULT);
        return new GivenLock("given-lock", name, taken.get(), letGo, heldAgain.get());
    }

    /** As {@code queue.Queue} has it: one mutex, and a condition for each thing that can be waited for. Blocks. */
    static OneLock sharedByTwo(DemonstrationThreads threads) throws InterruptedException {
        ReentrantLock lock = new ReentrantLock();
        Condition notEmpty = lock.newCondition();
        Condition notFull = lock.newCondition();
        AtomicBoolean open = new AtomicBoolean();
        AtomicInteger freedThere = new AtomicInteger();
        AtomicInteger freedElsewhere = new AtomicInteger();
        threads.start(WAITERS, "not-empty", () -> wait(lock, notEmpty, open, freedThere));
        threads.start(WAITERS, "not-full", () -> wait(lock, notFull, open, freedElsewhere));
        Patience.DEFAULT.until("all to wait", () -> waiting(lock, notEmpty) + waiting(lock, notFull) == 2 * WAITERS);
        signalAll(lock, notEmpty, open);
        Patience.DEFAULT.until("those to be freed who were notified", () -> freedThere.get() == WAITERS);
        OneLock seen = new OneLock("one-lock", WAITERS, freedThere.get(), freedElsewhere.get());
        signalAll(lock, notFull, open);
        threads.join(Patience.DEFAULT);
        return seen;
    }

    private static void wait(Lock lock, Condition condition, AtomicBoolean open, AtomicInteger freed)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (Patience.DEFAULT.await(condition, () -> !open.get())) {
                freed.incrementAndGet();
            }
        } finally {
            lock.unlock();
        }
    }

    private static int waiting(ReentrantLock lock, Condition condition) {
        lock.lock();
        try {
            return lock.getWaitQueueLength(condition);
        } finally {
            lock.unlock();
        }
    }

    private static void signalAll(Lock lock, Condition condition, AtomicBoolean open) {
        lock.lock();
        try {
            open.set(true);
            condition.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
