package io.fluxlab.run;

import io.fluxlab.run.RunEvent.Failure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a run is: all its tasks in numbers, some of them one by one. Immutable.
 *
 * @param atNanos when that was, in nanoseconds since the run's start
 * @param tasks how many tasks the run has
 * @param started how many have started
 * @param ended how many of these have ended, well or not
 * @param failed how many of these have failed
 * @param items how many items there have been
 * @param shown where the run has no more tasks than are shown, every task that has started, else some that are running
 */
public record RunSnapshot(
        long atNanos, int tasks, int started, int ended, int failed, long items, List<TaskSnapshot> shown) {

    /** Of a run that has not started. */
    public static final RunSnapshot NONE = new RunSnapshot(0, 0, 0, 0, 0, 0, List.of());

    public RunSnapshot {
        shown = List.copyOf(shown);
    }

    /**
     * How far a task is. Immutable.
     *
     * @param startNanos when it started, in nanoseconds since the run's start
     * @param done how much of its work it has done; null where it has not said
     * @param total of how much; null where that is not known
     * @param end how it ended; null while it runs
     */
    public record TaskSnapshot(
            int task,
            String label,
            String worker,
            long startNanos,
            @Nullable Long done,
            @Nullable Long total,
            @Nullable TaskEnd end) {

        TaskSnapshot progressed(long newDone, @Nullable Long newTotal) {
            return new TaskSnapshot(task, label, worker, startNanos, newDone, newTotal, end);
        }

        TaskSnapshot ended(TaskEnd newEnd) {
            return new TaskSnapshot(task, label, worker, startNanos, done, total, newEnd);
        }
    }

    /**
     * How a task ended. Immutable.
     *
     * @param wallNanos from its start to its end
     * @param items how many it had; 0 where it failed
     * @param error why it failed; null where it has not
     */
    public record TaskEnd(
            long wallNanos, long items, @Nullable Failure error) {}
}
