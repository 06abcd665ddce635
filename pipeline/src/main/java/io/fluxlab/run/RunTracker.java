package io.fluxlab.run;

import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunEvent.TaskSilent;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.run.RunSnapshot.TaskEnd;
import io.fluxlab.run.RunSnapshot.TaskSnapshot;
import java.util.List;
import java.util.TreeMap;

/**
 * Follows a run by its events, and tells at any time how far it is. Keeps a bounded number of tasks, however many there
 * are. Not thread-safe.
 */
public final class RunTracker {

    private final int most;
    private final TreeMap<Integer, TaskSnapshot> shown = new TreeMap<>();
    private long atNanos;
    private int tasks;
    private int started;
    private int ended;
    private int failed;
    private long items;

    /** A tracker that shows at most so many tasks one by one. */
    public RunTracker(int most) {
        this.most = most;
    }

    /** Takes in what happened; where a run starts, whatever was before is forgotten. */
    public void accept(RunEvent event) {
        switch (event) {
            case RunStarted run -> begin(run.tasks());
            case TaskStarted task -> begin(task);
            case TaskProgress progress ->
                shown.computeIfPresent(
                        progress.task(), (id, task) -> task.progressed(progress.done(), progress.total()));
            case TaskItems more -> items += more.items().size();
            case TaskFinished finished ->
                end(finished.task(), new TaskEnd(finished.wallNanos(), finished.items(), null));
            case TaskFailed failure -> {
                failed++;
                TaskSnapshot task = shown.get(failure.task());
                long wallNanos = task == null ? 0 : failure.atNanos() - task.startNanos();
                end(failure.task(), new TaskEnd(wallNanos, 0, failure.error()));
            }
            case TaskSilent ignored -> {}
            case TaskTrace ignored -> {}
            case Pulse ignored -> {}
            case RunFinished ignored -> {}
        }
        atNanos = event.atNanos();
    }

    /** How many items there have been. */
    public long items() {
        return items;
    }

    /** How far the run is. */
    public RunSnapshot snapshot() {
        return new RunSnapshot(atNanos, tasks, started, ended, failed, items, List.copyOf(shown.values()));
    }

    private void begin(int runTasks) {
        shown.clear();
        tasks = runTasks;
        started = 0;
        ended = 0;
        failed = 0;
        items = 0;
    }

    private void begin(TaskStarted task) {
        started++;
        if (shown.size() < most) {
            shown.put(
                    task.task(),
                    new TaskSnapshot(task.task(), task.label(), task.worker(), task.atNanos(), null, null, null));
        }
    }

    private void end(int task, TaskEnd end) {
        ended++;
        if (tasks > most) {
            shown.remove(task);
        } else {
            shown.computeIfPresent(task, (id, running) -> running.ended(end));
        }
    }
}
