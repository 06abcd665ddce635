package io.fluxlab.run;

import io.fluxlab.lane.Strand;
import io.fluxlab.task.TaskPlace;
import java.util.concurrent.RejectedExecutionException;

/**
 * Takes one task after the other and runs it on its strand, so that there are never more tasks at once than slots. Runs on
 * its strand; {@link #resume} and {@link #execute} come from any thread.
 */
final class Slot implements TaskHost, Runnable {

    private final Strand strand;
    private final boolean interleaves;
    private final TaskSource tasks;
    private final TaskPlace place = new TaskPlace(this);
    private boolean hasSpawned;

    /** What a slot needs of whoever has made it. Thread-safe. */
    interface TaskSource {

        /**
         * The next task for a slot; {@link TaskQueue#NONE} where there is none, or where the slot was put aside until there
         * is.
         */
        int take(Slot slot);

        /** Whether there will be tasks to take. */
        boolean hasMore();

        /** Brings another slot to life, where there may be one. */
        void spawn();

        /** Runs a task on this thread; true where it has ended by then. */
        boolean start(int task, Slot slot);
    }

    /** A slot that does nothing before {@link #begin}. */
    Slot(Strand strand, boolean interleaves, TaskSource tasks) {
        this.strand = strand;
        this.interleaves = interleaves;
        this.tasks = tasks;
    }

    /** Comes to life, for the first time or again. */
    void begin() {
        hasSpawned = false;
        execute(this);
    }

    /** Takes tasks until one of them waits for something, or there are none. */
    @Override
    public void run() {
        do {
            int task = tasks.take(this);
            if (task == TaskQueue.NONE) {
                return;
            }
            if (!interleaves) {
                spawnNext();
            }
            if (!tasks.start(task, this)) {
                if (interleaves) {
                    spawnNext();
                }
                return;
            }
        } while (strand.mayGoOn());
        resume();
    }

    /** Takes the next task, in the strand's own time. */
    @Override
    public void resume() {
        if (tasks.hasMore()) {
            execute(this);
        }
    }

    /** Has the strand run something, unless the run is being torn down: then there is nothing left to run. */
    @Override
    public void execute(Runnable command) {
        try {
            strand.execute(command);
        } catch (RejectedExecutionException e) {
            return; // nobody waits for it
        }
    }

    @Override
    public TaskPlace place() {
        return place;
    }

    /** Each slot that comes to life brings the next one to life: the threads' own time, not the home loop's. */
    private void spawnNext() {
        if (!hasSpawned) {
            hasSpawned = true;
            tasks.spawn();
        }
    }
}
