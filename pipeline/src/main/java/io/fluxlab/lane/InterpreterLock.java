package io.fluxlab.lane;

import io.fluxlab.trace.Tracer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A lock as CPython's interpreter has one since 3.2 (Antoine Pitrou, "Reworking the GIL", python-dev, 2009): the holder is
 * asked to let go once somebody has waited for the switch interval without any switch, does so at its next checkpoint, and
 * takes no part until another thread has had the lock. So a thread whose I/O is done waits for an interval although it
 * needs the lock for a moment only: the convoy effect (David Beazley, "Understanding the Python GIL", PyCon 2010).
 *
 * <p>Two things differ. In CPython the operating system chooses who is next; here it is whoever has waited longest, so that
 * nobody waits longer than an interval for each thread before it. And there those who wait look at the clock, here the
 * holder does, only while somebody waits: no timer's delay is added to a short interval.
 *
 * <p>Thread-safe. Not reentrant. A waiting thread that is interrupted goes on waiting, and is interrupted when it returns.
 */
final class InterpreterLock {

    /** What it is called in a trace. */
    private static final String NAME = "GIL";

    private final long intervalNanos;
    private final LongSupplier nanoTime;
    private final ReentrantLock state = new ReentrantLock();
    private final Queue<Turn> queue = new ArrayDeque<>();
    private volatile @Nullable Thread holder;
    private volatile long waitedSinceNanos;
    private volatile boolean wanted;
    private boolean closed;
    private Tracer tracer = Tracer.NONE;

    InterpreterLock(long intervalNanos, LongSupplier nanoTime) {
        this.intervalNanos = intervalNanos;
        this.nanoTime = nanoTime;
    }

    /** A thread that waits, and what wakes it. */
    private record Turn(Thread thread, Condition isNext) {}

    /** Takes down from now on who waits for it, has it and lets it go. */
    void trace(Tracer newTracer) {
        state.lock();
        try {
            tracer = newTracer;
        } finally {
            state.unlock();
        }
    }

    boolean isHeld() {
        return holder == Thread.currentThread();
    }

    /** Waits until this thread has the lock; false where there is none to have any more. */
    boolean acquire() {
        state.lock();
        try {
            if (holder == null && !closed) {
                holder = Thread.currentThread();
                tracer.holding(NAME);
                return true;
            }
            return !closed && await(enqueue());
        } finally {
            state.unlock();
        }
    }

    /** Lets the lock go where this thread has it. */
    void release() {
        state.lock();
        try {
            if (isHeld()) {
                passOn();
            }
        } finally {
            state.unlock();
        }
    }

    /** Lets others go first where this thread has the lock and they have waited for long enough. Nearly free where not. */
    void offer() {
        if (wanted && isHeld() && nanoTime.getAsLong() - waitedSinceNanos >= intervalNanos) {
            giveWay();
        }
    }

    /** How many threads wait. */
    int waiting() {
        state.lock();
        try {
            return queue.size();
        } finally {
            state.unlock();
        }
    }

    /** Whoever waits does not wait any more, and nobody will. */
    void close() {
        state.lock();
        try {
            closed = true;
            wanted = false;
            queue.forEach(turn -> turn.isNext.signal());
            queue.clear();
        } finally {
            state.unlock();
        }
    }

    private void giveWay() {
        state.lock();
        try {
            if (!closed) {
                Turn again = enqueue();
                passOn();
                await(again);
            }
        } finally {
            state.unlock();
        }
    }

    private Turn enqueue() {
        Turn turn = new Turn(Thread.currentThread(), state.newCondition());
        queue.add(turn);
        tracer.waitingFor(NAME);
        if (!wanted) {
            waitedSinceNanos = nanoTime.getAsLong();
            wanted = true;
        }
        return turn;
    }

    private boolean await(Turn turn) {
        while (!closed && holder != turn.thread) {
            turn.isNext.awaitUninterruptibly();
        }
        if (holder != turn.thread) {
            return false;
        }
        tracer.holding(NAME);
        return true;
    }

    private void passOn() {
        Turn next = queue.poll();
        holder = next == null ? null : next.thread;
        waitedSinceNanos = nanoTime.getAsLong();
        wanted = !queue.isEmpty();
        if (next == null) {
            tracer.released(NAME);
        } else {
            tracer.handedOver(NAME, next.thread.getName());
            next.isNext.signal();
        }
    }
}
