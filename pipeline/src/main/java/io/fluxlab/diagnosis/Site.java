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
 * @param outside how many tasks that had started were at other places meanwhile: the median
 * @param distinctThreads how many threads there were, in the run that had most
 */
public record Site(
        Activity activity,
        @Nullable String what,
        Position position,
        String threads,
        List<String> at,
        double samples,
        double outside,
        int distinctThreads) {

    public Site {
        at = List.copyOf(at);
    }
}
