package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Which task is next, and whether it may start now: in order, not before it is due, not while the run is paused, and no
 * further ahead of the subscriber than a window of tasks. Thread-safe; {@link #startDelivered} and {@link #endDelivered} are
 * called by one thread at a time, and {@link #release} too.
 */
final class TaskQueue {

    /** What {@link #take} answers where there is no task left. */
    static final int NONE = -1;

    /** How many tasks may start, or end, ahead of what the subscriber has seen. */
    static final int WINDOW = 1024;

    /** What a task at work takes, and one that has ended and waits to be told of. */
    private static final Claim TASK = Claim.ofHeapBytes(1024);

    private final AtomicInteger next = new AtomicInteger();
    private volatile int size;
    private volatile int due;
    private int closedAt;
    private volatile boolean paused;
    private volatile int startsDelivered;
    private volatile int endsDelivered;

    /** A queue of the tasks {@code 0 .. size-1}, which are all due. */
    TaskQueue(int size) {
        this(size, size);
    }

    private TaskQueue(int size, int due) {
        this.size = size;
        this.due = due;
    }

    /** A queue of so many tasks at the most, none of which is due before it is released. */
    static TaskQueue ofArrivals(int most) {
        return new TaskQueue(most, 0);
    }

    /** What so many tasks take at work and on their way to the subscriber, of which so many run at once. */
    static Claim claim(int size, int atOnce) {
        return TASK.times(Math.min(size, (long) atOnce + WINDOW));
    }

    /** The next task, or {@link #NONE} where there is none that is due. */
    int take() {
        int task = next.get();
        while (isDue(task)) {
            if (next.compareAndSet(task, task + 1)) {
                return task;
            }
            task = next.get();
        }
        return NONE;
    }

    private boolean isDue(int task) {
        return task < due && task < size;
    }

    /** So many more tasks are due. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void release(int more) {
        due += more;
    }

    /** There are no more tasks than those that are due. */
    void endWithThoseDue() {
        size = Math.min(size, due);
    }

    /** Up to which task, that one left out, tasks may start now, where so many run at once; 0 once it is closed. */
    int horizon(int concurrency) {
        int started = next.get();
        if (started == Integer.MAX_VALUE) {
            return 0;
        }
        if (paused) {
            return started;
        }
        long room = Math.min(startsDelivered + (long) WINDOW, endsDelivered + (long) concurrency + WINDOW);
        return (int) Math.min(room, Math.min(due, size));
    }

    /** How many tasks were taken. */
    int taken() {
        return Math.min(size, next.get());
    }

    /** How many tasks are due that were not taken. */
    int waiting() {
        return Math.max(0, Math.min(size, due) - next.get());
    }

    boolean hasMore() {
        return next.get() < size;
    }

    /** Leaves no task to take; says how many were taken, also where that is asked again. */
    synchronized int close() {
        int before = next.getAndSet(Integer.MAX_VALUE);
        closedAt = before == Integer.MAX_VALUE ? closedAt : before;
        return Math.min(size, closedAt);
    }

    boolean isPaused() {
        return paused;
    }

    void pause() {
        paused = true;
    }

    void resume() {
        paused = false;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void startDelivered() {
        startsDelivered++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void endDelivered() {
        endsDelivered++;
    }

    /** Whether a task may start now, where so many run at once. */
    boolean isOpen(int concurrency) {
        return !paused && isDue(next.get()) && hasRoom(concurrency, WINDOW);
    }

    /** Whether there is room for many more that are due, so that those who wait are worth waking. */
    boolean hasAmpleRoom(int concurrency) {
        return isDue(next.get()) && hasRoom(concurrency, WINDOW / 2);
    }

    private boolean hasRoom(int concurrency, int window) {
        int started = next.get();
        return started - startsDelivered < window && started - endsDelivered < (long) concurrency + window;
    }
}
