package io.fluxlab.run;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Counts the tasks whose end was delivered, and says once when there is nothing left to wait for. {@link #ended} is called
 * by one thread at a time, the rest by any.
 */
final class RunCompletion {

    private final Consumer<RunTally> whenDone;
    private final AtomicBoolean done = new AtomicBoolean();
    private volatile int expected;
    private volatile int ended;
    private int failed;
    private long items;
    private long lastEndNanos;

    /** Waits for so many tasks. {@code whenDone} runs on the thread that brought the last piece of news. */
    RunCompletion(int tasks, Consumer<RunTally> whenDone) {
        this.expected = tasks;
        this.whenDone = whenDone;
    }

    /** A task's end was delivered. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void ended(long atNanos, long taskItems, boolean hasFailed) {
        failed += hasFailed ? 1 : 0;
        items += taskItems;
        lastEndNanos = Math.max(lastEndNanos, atNanos);
        ended++; // last: whoever sees it sees the sums
        check();
    }

    /** How many tasks' ends were delivered. */
    int ended() {
        return ended;
    }

    /** Nobody waits any more: it is never said that there is nothing left. */
    void abandon() {
        done.set(true);
    }

    /** No more tasks will start than these. */
    void expect(int tasks) {
        expected = tasks;
        check();
    }

    /** Ends the run where nothing is left to wait for, as in one without tasks. */
    void check() {
        if (ended == expected && done.compareAndSet(false, true)) {
            whenDone.accept(new RunTally(ended, failed, items, lastEndNanos));
        }
    }
}
