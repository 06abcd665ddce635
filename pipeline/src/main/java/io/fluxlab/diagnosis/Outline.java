package io.fluxlab.diagnosis;

import io.fluxlab.run.RunEvent.TaskSilent;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the runs that were watched went, in numbers. Immutable.
 *
 * @param lane where they ran
 * @param atOnce how many tasks the lane runs at once
 * @param runs how many runs there were
 * @param tasks how many tasks these had, together
 * @param calls how many calls each of these made, one after the other; 1 where it made none
 * @param failed how many of them failed
 * @param wallNanos how long the runs took, together
 * @param silence what is known of tasks that gave no sign when a run was stopped; null where none was
 * @param failure what the first task that failed said of it; null where none failed
 */
public record Outline(
        String lane,
        int atOnce,
        int runs,
        int tasks,
        int calls,
        int failed,
        long wallNanos,
        @Nullable Silence silence,
        @Nullable Trouble failure) {

    /** How long a task took that had a thread, or a place, to itself, on average: 0 where none has ended. */
    public long nanosPerTask() {
        return tasks == 0 ? 0 : wallNanos * Math.max(1, Math.min(atOnce, tasks / Math.max(1, runs))) / tasks;
    }

    /**
     * Tasks that gave no sign. Immutable.
     *
     * @param tasks how many
     * @param nanos for how long the first of them
     * @param how what is known of why
     * @param at where its thread is or, without one, its operators
     */
    public record Silence(int tasks, long nanos, How how, List<String> at) {

        /** What tasks do that give no sign. */
        public enum How {
            /** They wait for something that does not come. */
            WAIT,
            /** They are asked for nothing. */
            WAIT_FOR_DEMAND,
            /** They compute, and none has ended. */
            COMPUTE,
            /** They compute, as others did that took nearly as long, and ended. */
            GO_ON
        }

        public Silence {
            at = List.copyOf(at);
        }

        /** Of tasks of which this was told last. */
        public static Silence of(int tasks, TaskSilent last, List<String> at) {
            boolean isAsked = last.demand() > 0 || last.thread() != null;
            return new Silence(tasks, last.silentNanos(), isAsked ? How.WAIT : How.WAIT_FOR_DEMAND, at);
        }
    }

    /** How a task failed: the error's code, its words, and the user's frames. Immutable. */
    public record Trouble(String code, String message, List<String> at) {

        public Trouble {
            at = List.copyOf(at);
        }
    }
}
