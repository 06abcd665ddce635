package io.fluxlab.run;

import io.fluxlab.lane.Strand;
import io.fluxlab.task.TaskPlace;
import java.util.concurrent.RejectedExecutionException;

/**
 * One of the run's places for a task: takes one task after the other on its strand, so that there are never more tasks
 * at once than slots.
 */
final class Slot implements Runnable {

    private final Strand strand;
    private final RunScope run;
    private final TaskPlace place = new TaskPlace();
    private boolean hasSpawned;

    Slot(Strand strand, RunScope run) {
        this.strand = strand;
        this.run = run;
    }

    /** Comes to life, for the first time or again. */
    void begin() {
        hasSpawned = false;
        execute(this);
    }

    /** Takes tasks until one of them waits for something, or there are none. */
    @Override
    public void run() {
        Dispatcher dispatcher = run.dispatcher();
        boolean interleaves = run.session().interleaves();
        do {
            int task = dispatcher.take(this);
            if (task == Dispatcher.NONE) {
                return;
            }
            if (!interleaves) {
                spawnNext();
            }
            TaskRun taskRun = new TaskRun(run, this, task);
            dispatcher.remember(taskRun);
            if (!taskRun.start()) {
                if (interleaves) {
                    spawnNext();
                }
                return;
            }
        } while (strand.mayGoOn());
        resume();
    }

    /** Takes the next task, in the strand's own time. */
    void resume() {
        if (run.dispatcher().hasMore()) {
            execute(this);
        }
    }

    /** Has the strand run something, unless the run is being torn down: then there is nothing left to run. */
    void execute(Runnable command) {
        try {
            strand.execute(command);
        } catch (RejectedExecutionException e) {
            return; // nobody waits for it
        }
    }

    /** Each slot that comes to life brings the next one to life: the threads' own time, not the home loop's. */
    private void spawnNext() {
        if (!hasSpawned) {
            hasSpawned = true;
            run.dispatcher().spawn();
        }
    }

    TaskPlace place() {
        return place;
    }
}
