package io.fluxlab.diagnosis;

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
     * @param demand how many items its body was asked for and has not emitted
     * @param at where its thread is or, without one, its operators
     * @param computes whether it computed all the while
     */
    public record Silence(int tasks, long nanos, long demand, List<String> at, boolean computes) {

        public Silence {
            at = List.copyOf(at);
        }
    }

    /** How a task failed: the error's code, its words, and the user's frames. Immutable. */
    public record Trouble(String code, String message, List<String> at) {

        public Trouble {
            at = List.copyOf(at);
        }
    }
}
