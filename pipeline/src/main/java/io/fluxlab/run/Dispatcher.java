package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;

/**
 * Which task is next, and whether it may start: as many slots as the concurrency allows, and no further ahead of the
 * subscriber than a window of tasks. Thread-safe; {@link #startDelivered} and {@link #endDelivered} are called by the
 * outlet, which is one thread at a time.
 */
final class Dispatcher {

    /** What {@link #take} answers where there is no task to start now. */
    static final int NONE = -1;

    /** How many tasks may start, or end, ahead of what the subscriber has seen. */
    private static final int WINDOW = 1024;

    /** What a task at work takes, and one that has ended and waits to be told of. */
    private static final Claim TASK = Claim.ofHeapBytes(1024);

    private static final Claim PLACE = Claim.ofHeapBytes(Long.BYTES);

    private final RunScope run;
    private final int size;
    private final int most;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger slots = new AtomicInteger();
    private final Queue<Slot> parked = new ConcurrentLinkedQueue<>();
    private final Queue<Slot> retired = new ConcurrentLinkedQueue<>();
    private final AtomicReferenceArray<TaskRun> running;
    private final RunTally tally = new RunTally();
    private volatile int limit;
    private volatile boolean paused;
    private volatile boolean stopped;
    private volatile int startsDelivered;
    private volatile int endsDelivered;
    private int expected;

    /**
     * A dispatcher of {@code size} tasks.
     *
     * @param concurrency how many tasks run at once to begin with
     * @param most how many tasks can run at once at all
     */
    Dispatcher(RunScope run, int size, int concurrency, int most) {
        this.run = run;
        this.size = size;
        this.most = most;
        this.expected = size;
        this.limit = Math.min(concurrency, most);
        this.running = new AtomicReferenceArray<>(size);
    }

    /** What so many tasks take, of which so many run at once. */
    static Claim claim(int size, int atOnce) {
        return TASK.times(Math.min(size, (long) atOnce + WINDOW)).plus(PLACE.times(size));
    }

    /** Adds a slot where there may be another one. */
    void spawn() {
        int alive = slots.get();
        while (alive < limit && hasMore()) {
            if (slots.compareAndSet(alive, alive + 1)) {
                Slot idle = retired.poll();
                Slot slot = idle == null ? new Slot(run.session().strand(), run) : idle;
                slot.begin();
                return;
            }
            alive = slots.get();
        }
    }

    /** The next task for a slot; {@link #NONE} where there is none, or where the slot was put aside until there is. */
    int take(Slot slot) {
        while (hasMore()) {
            if (retire(slot)) {
                return NONE;
            }
            if (isOpen()) {
                int task = next.getAndIncrement();
                return task < size ? task : NONE;
            }
            parked.add(slot);
            if (!isOpen() || !parked.remove(slot)) {
                return NONE;
            }
        }
        return NONE;
    }

    /** Whichever slot is free first goes, where there are more than may be: those left are then as many as tasks run. */
    private boolean retire(Slot slot) {
        int alive = slots.get();
        while (alive > limit) {
            if (slots.compareAndSet(alive, alive - 1)) {
                retired.add(slot);
                spawn(); // the limit may have been raised meanwhile, by someone who saw no need for another slot
                return true;
            }
            alive = slots.get();
        }
        return false;
    }

    boolean hasMore() {
        return next.get() < size;
    }

    void remember(TaskRun task) {
        running.set(task.task(), task);
        if (stopped) {
            task.stop();
        }
    }

    void forget(TaskRun task) {
        running.set(task.task(), null);
    }

    boolean isPaused() {
        return paused;
    }

    /** Starts no task any more, and asks running ones for no more items. */
    void pause() {
        paused = true;
    }

    /** Goes on after {@link #pause}. */
    void resume() {
        paused = false;
        run.outlet().offer(Pending.silent(() -> forEachRunning(task -> task.itemsTaken(0))));
        unpark();
    }

    void limitTo(int concurrency) {
        limit = Math.min(concurrency, most);
        unpark();
        spawn();
    }

    /** Starts no task any more and ends those that run. */
    void stop() {
        stopped = true;
        int started = Math.min(size, next.getAndSet(size));
        run.outlet().offer(Pending.silent(() -> {
            if (expected == size) {
                expected = started;
                endIfAllDelivered();
            }
        }));
        forEachRunning(TaskRun::stop);
    }

    /** Ends what still runs after {@link #stop}: its body pays no heed. */
    void giveUp() {
        forEachRunning(TaskRun::giveUp);
    }

    RunTally tally() {
        return tally;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void startDelivered() {
        startsDelivered++;
        unparkIfOpen();
    }

    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time writes
    void endDelivered(long atNanos, long items, boolean failed) {
        tally.ended(atNanos, items, failed);
        endsDelivered++;
        unparkIfOpen();
        endIfAllDelivered();
    }

    /** Ends the run where nothing is left to do; once. */
    void endIfAllDelivered() {
        if (endsDelivered == expected) {
            expected = NONE;
            run.finish();
        }
    }

    private boolean isOpen() {
        return !paused && isOpen(WINDOW);
    }

    private boolean isOpen(int window) {
        int started = next.get();
        return started - startsDelivered < window && started - endsDelivered < (long) limit + window;
    }

    private void unparkIfOpen() {
        if (!parked.isEmpty() && isOpen(WINDOW / 2)) {
            unpark();
        }
    }

    /** Wakes no more slots than the window has room for; those that run wake the others in turn. */
    private void unpark() {
        for (int n = 0; n < WINDOW / 2; n++) {
            Slot slot = parked.poll();
            if (slot == null) {
                return;
            }
            slot.execute(slot);
        }
    }

    private void forEachRunning(Consumer<TaskRun> action) {
        for (int i = 0; i < size; i++) {
            TaskRun task = running.get(i);
            if (task != null) {
                action.accept(task);
            }
        }
    }
}
