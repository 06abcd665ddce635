package io.fluxlab.diagnosis;

import io.fluxlab.trail.PlaceOfWork.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A place in the code at which tasks were seen. Immutable.
 *
 * @param activity what they did there
 * @param what the lock, or the operator that waits; null where it is not known
 * @param position whose threads they were on
 * @param threads the name of these threads, without the number at its end; empty where there was no thread
 * @param at the user's own frames, the innermost first; without any, the first few of all
 * @param samples how often a task was seen there
 * @param outside the tasks that had started and were at other places meanwhile
 * @param distinctThreads how many threads there were, in the run that had most
 */
public record Site(
        Activity activity,
        @Nullable String what,
        Position position,
        String threads,
        List<String> at,
        double samples,
        Outside outside,
        int distinctThreads) {

    public Site {
        at = List.copyOf(at);
    }

    /** Whether tasks wait there for what others of them have: a permit, a connection, their turn. */
    boolean isForSomeOnly() {
        return switch (activity) {
            case ACQUIRING -> outside.isOften();
            case HELD_BACK -> outside.isOften() && outside.isSteady();
            case RUNNING, SPINNING, SLEEPING, PINNED, BLOCKED, IO, AWAITING, PARKED, SUSPENDED -> false;
        };
    }

    /**
     * How many tasks were at other places, over all looks. Immutable.
     *
     * @param tasks how many: the median
     * @param swing the difference of the quartiles
     * @param presence in which part of the looks there was one, from 0 to 1
     */
    public record Outside(double tasks, double swing, double presence) {

        private static final double MOST_TIMES = 0.5;
        private static final double STEADY = 1;

        /** Whether somebody was elsewhere most of the time: those that wait may wait for him. */
        boolean isOften() {
            return presence >= MOST_TIMES;
        }

        /** Whether there were about as many all the time: one is let in when another one leaves. */
        boolean isSteady() {
            return swing <= STEADY;
        }
    }
}
