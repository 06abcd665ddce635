package io.fluxlab.trail;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * Threads that had a part in a run's tasks. Immutable.
 *
 * @param threads their name, without the number at its end
 * @param where whether they are the lane's
 * @param tasks how many tasks ended on them
 * @param items how many items arrived on them
 * @param cpuNanos CPU time that they used while the run went on, whatever for, in nanoseconds; of threads that live at its
 *     end. Null where it is not known: of a run beside others, and of virtual threads, whose CPU time is their carriers'
 */
public record PlaceOfWork(
        String threads,
        Position where,
        int tasks,
        long items,
        @Nullable Long cpuNanos) {

    /** Whose threads these are. */
    public enum Position {
        /** The lane's: tasks started on them. */
        @JsonProperty("lane")
        LANE,
        /** The home loop's, where asynchronous work of every lane waits. */
        @JsonProperty("home")
        HOME,
        /** Neither: work went on there that the lane knows nothing of. */
        @JsonProperty("elsewhere")
        ELSEWHERE
    }

    /** A part of these figures, rounded. */
    PlaceOfWork dividedBy(int runs) {
        return new PlaceOfWork(
                threads,
                where,
                Math.round((float) tasks / runs),
                Math.round((double) items / runs),
                cpuNanos == null ? null : (Long) (cpuNanos / runs));
    }

    /** This and the other's figures. */
    public PlaceOfWork plus(PlaceOfWork other) {
        Long sum = cpuNanos == null || other.cpuNanos == null ? null : (Long) (cpuNanos + other.cpuNanos);
        return new PlaceOfWork(threads, where, tasks + other.tasks, items + other.items, sum);
    }
}
