package io.fluxlab.run;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The way into and out of a task's body, for one thread at a time, and past which no interrupt goes: whoever wakes the
 * thread that is inside wakes it there or not at all, so that the lane's thread comes out uninterrupted. Entered and left
 * by one thread; {@link #wake} comes from any.
 */
public final class Gate {

    private static final AtomicReferenceFieldUpdater<Gate, @Nullable Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(Gate.class, Thread.class, "inside");

    /** Stands for the thread inside while it is being interrupted: it can't leave meanwhile. */
    private static final Thread WAKING = new Thread(() -> {});

    private volatile @Nullable Thread inside;
    private boolean woken;

    /** This thread goes in. */
    public void enter() {
        inside = Thread.currentThread();
    }

    /** This thread comes out, if it has not done so before. */
    public void leave() {
        Thread self = Thread.currentThread();
        while (inside != null && !INSIDE.compareAndSet(this, self, null)) {
            Thread.onSpinWait();
        }
        if (woken) {
            woken = false;
            Thread.interrupted();
        }
    }

    /**
     * Whether this thread is inside. While the thread inside is being interrupted it can't be told which one that is: a
     * thread that took itself for outside then would never leave, and carry the interrupt out with it.
     */
    public boolean isInside() {
        Thread thread = inside;
        while (thread == WAKING) {
            Thread.onSpinWait();
            thread = inside;
        }
        return thread == Thread.currentThread();
    }

    /** Interrupts the thread inside, unless it is this one; false where there is none. */
    public boolean wake() {
        for (Thread thread = inside; thread != null; thread = inside) {
            if (thread == Thread.currentThread()) {
                return true;
            }
            if (thread != WAKING && INSIDE.compareAndSet(this, thread, WAKING)) {
                woken = true;
                thread.interrupt();
                inside = thread;
                return true;
            }
        }
        return false;
    }
}
