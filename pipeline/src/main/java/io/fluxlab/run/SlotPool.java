package io.fluxlab.run;

import io.fluxlab.lane.Strand;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * As many slots as tasks may run at once: brings them to life one by one, puts aside those that come for a task that may
 * not start yet, and lets go those that are too many. Thread-safe.
 */
final class SlotPool implements Slot.TaskSource {

    private final Supplier<Strand> strands;
    private final boolean interleaves;
    private final TaskQueue tasks;
    private final TaskStarter starter;
    private final int most;
    private final AtomicInteger alive = new AtomicInteger();
    private final Queue<Slot> parked = new ConcurrentLinkedQueue<>();
    private final Queue<Slot> retired = new ConcurrentLinkedQueue<>();
    private volatile int limit;

    /** Starts a task on a slot. */
    @FunctionalInterface
    interface TaskStarter {
        /** Runs the task on this thread, which is the host's; true where it has ended by then. */
        boolean start(int task, TaskHost host);
    }

    /**
     * A pool without slots as yet.
     *
     * @param strands makes a strand for each slot
     * @param interleaves whether a strand starts the next task while earlier ones wait
     * @param concurrency how many tasks run at once to begin with
     * @param most how many tasks can run at once at all
     */
    SlotPool(
            Supplier<Strand> strands,
            boolean interleaves,
            TaskQueue tasks,
            TaskStarter starter,
            int concurrency,
            int most) {
        this.strands = strands;
        this.interleaves = interleaves;
        this.tasks = tasks;
        this.starter = starter;
        this.most = most;
        this.limit = Math.min(concurrency, most);
    }

    /** Adds a slot where there may be another one. */
    @Override
    public void spawn() {
        int slots = alive.get();
        while (slots < limit && tasks.hasMore()) {
            if (alive.compareAndSet(slots, slots + 1)) {
                Slot idle = retired.poll();
                Slot slot = idle == null ? new Slot(strands.get(), interleaves, this) : idle;
                slot.begin();
                return;
            }
            slots = alive.get();
        }
    }

    @Override
    public int take(Slot slot) {
        while (tasks.hasMore()) {
            if (retire(slot)) {
                return TaskQueue.NONE;
            }
            if (tasks.isOpen(limit)) {
                int task = tasks.take();
                if (task != TaskQueue.NONE) {
                    return task;
                }
                continue; // another slot was quicker
            }
            parked.add(slot);
            if (!tasks.isOpen(limit) || !parked.remove(slot)) {
                return TaskQueue.NONE;
            }
        }
        return TaskQueue.NONE;
    }

    @Override
    public boolean hasMore() {
        return tasks.hasMore();
    }

    @Override
    public boolean start(int task, Slot slot) {
        return starter.start(task, slot);
    }

    /** Whichever slot is free first goes, where there are more than may be: those left are then as many as tasks run. */
    private boolean retire(Slot slot) {
        int slots = alive.get();
        while (slots > limit) {
            if (alive.compareAndSet(slots, slots - 1)) {
                retired.add(slot);
                spawn(); // the limit may have been raised meanwhile, by someone who saw no need for another slot
                return true;
            }
            slots = alive.get();
        }
        return false;
    }

    /** How many tasks may run at once now. */
    int limit() {
        return limit;
    }

    /** Lets so many tasks run at once from now on, as far as they can. */
    void limitTo(int concurrency) {
        limit = Math.min(concurrency, most);
        wake();
        spawn();
    }

    /** Wakes no more slots than the window has room for; those that run wake the others in turn. */
    void wake() {
        wake(TaskQueue.WINDOW / 2);
    }

    /** Wakes so many slots at the most. */
    void wake(int most) {
        for (int n = 0; n < most; n++) {
            Slot slot = parked.poll();
            if (slot == null) {
                return;
            }
            slot.execute(slot);
        }
    }

    /** Wakes slots, if any wait and the subscriber has come close enough. */
    void wakeIfThereIsRoom() {
        if (!parked.isEmpty() && tasks.hasAmpleRoom(limit)) {
            wake();
        }
    }
}
