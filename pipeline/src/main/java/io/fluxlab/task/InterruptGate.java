package io.fluxlab.task;

import java.util.concurrent.atomic.AtomicReferenceFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * The way into and out of a task's body, for one thread at a time, and past which no interrupt goes: whoever wakes the
 * thread that is inside wakes it there or not at all, so that the lane's thread comes out uninterrupted. Entered and left
 * by one thread; {@link #wake} comes from any.
 */
public final class InterruptGate {

    private static final AtomicReferenceFieldUpdater<InterruptGate, @Nullable Thread> INSIDE =
            AtomicReferenceFieldUpdater.newUpdater(InterruptGate.class, Thread.class, "inside");

    /** Stands for the thread inside while it is being interrupted: it can't leave meanwhile. */
    private static final Thread WAKING = new Thread(() -> {});

    private volatile @Nullable Thread inside;
    private boolean woken;
    private @Nullable Runnable farewell;

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
        Runnable last = farewell;
        if (last != null) {
            farewell = null;
            last.run();
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

    /** The thread inside, as far as can be told from outside; null where there is none. */
    public @Nullable Thread thread() {
        Thread thread = inside;
        while (thread == WAKING) {
            Thread.onSpinWait();
            thread = inside;
        }
        return thread;
    }

    /** Interrupts the thread inside, unless it is this one; false where there is none. */
    public boolean wake() {
        return wake(() -> {});
    }

    /**
     * Interrupts the thread inside, unless it is this one; false where there is none. {@code last} runs once that thread is
     * outside, or now where something else will run then.
     */
    public boolean wake(Runnable last) {
        for (Thread thread = inside; thread != null; thread = inside) {
            if (thread != WAKING && INSIDE.compareAndSet(this, thread, WAKING)) {
                Runnable other = farewell;
                farewell = other == null ? last : other;
                if (thread != Thread.currentThread()) {
                    woken = true;
                    thread.interrupt();
                }
                inside = thread;
                if (other != null) {
                    last.run();
                }
                return true;
            }
        }
        return false;
    }
}
