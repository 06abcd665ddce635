package io.fluxlab.lecture.locks;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/**
 * A lock that is not reentrant: who holds it and takes it again waits for itself. It tells the JVM who holds it, so that
 * one who looks at a waiting thread sees whom it waits for. Thread-safe.
 */
public final class PlainLock implements Lock {

    private static final int FREE = 0;
    private static final int TAKEN = 1;

    private final Sync sync = new Sync();

    @Override
    public void lock() {
        sync.acquire(TAKEN);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        sync.acquireInterruptibly(TAKEN);
    }

    @Override
    public boolean tryLock() {
        return sync.tryAcquire(TAKEN);
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        return sync.tryAcquireNanos(TAKEN, unit.toNanos(time));
    }

    @Override
    public void unlock() {
        sync.release(TAKEN);
    }

    @Override
    public Condition newCondition() {
        return sync.condition();
    }

    /** Whether this thread holds it. */
    public boolean isHeldByCurrentThread() {
        return sync.isHeldExclusively();
    }

    private static final class Sync extends AbstractQueuedSynchronizer {

        private static final long serialVersionUID = 1;

        @Override
        protected boolean tryAcquire(int taken) {
            if (compareAndSetState(FREE, taken)) {
                setExclusiveOwnerThread(Thread.currentThread());
                return true;
            }
            return false;
        }

        @Override
        protected boolean tryRelease(int taken) {
            if (!isHeldExclusively()) {
                throw new IllegalMonitorStateException("the lock is not held by this thread");
            }
            setExclusiveOwnerThread(null);
            setState(FREE);
            return true;
        }

        @Override
        protected boolean isHeldExclusively() {
            return getExclusiveOwnerThread() == Thread.currentThread();
        }

        Condition condition() {
            return new ConditionObject();
        }
    }
}
