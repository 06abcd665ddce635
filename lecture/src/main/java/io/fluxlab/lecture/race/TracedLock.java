package io.fluxlab.lecture.race;

import io.fluxlab.trace.Tracer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** A lock of which is taken down who waits for it, has it and lets it go. It has no conditions. As thread-safe as the other one. */
public final class TracedLock implements Lock {

    private final Lock lock;
    private final String name;
    private final Tracer tracer;

    private TracedLock(Lock lock, String name, Tracer tracer) {
        this.lock = lock;
        this.name = name;
        this.tracer = tracer;
    }

    /** This lock, traced; just this lock where nobody asked for a trace. */
    public static Lock of(Lock lock, String name, Tracer tracer) {
        return tracer.isOn() ? new TracedLock(lock, name, tracer) : lock;
    }

    @Override
    public void lock() {
        if (!lock.tryLock()) {
            tracer.waitingFor(name);
            lock.lock();
        }
        tracer.holding(name);
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!lock.tryLock()) {
            tracer.waitingFor(name);
            try {
                lock.lockInterruptibly();
            } catch (InterruptedException e) {
                tracer.running();
                throw e;
            }
        }
        tracer.holding(name);
    }

    @Override
    public boolean tryLock() {
        boolean hasIt = lock.tryLock();
        if (hasIt) {
            tracer.holding(name);
        }
        return hasIt;
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        boolean hasIt = false;
        tracer.waitingFor(name);
        try {
            hasIt = lock.tryLock(time, unit);
        } finally {
            if (hasIt) {
                tracer.holding(name);
            } else {
                tracer.running();
            }
        }
        return hasIt;
    }

    /** Told before it is done: whoever gets the lock next tells that after it. */
    @Override
    public void unlock() {
        tracer.released(name);
        lock.unlock();
    }

    /** Whoever waits at one lets the lock go, and that would not be told. */
    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("a traced lock has no conditions");
    }
}
