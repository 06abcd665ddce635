package io.fluxlab.comparison;

import static io.fluxlab.measure.Durations.readable;

import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.TaskFinished;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the first round tells of how long a round takes, before it is over. No lane can be quicker than the longest task,
 * nor than all CPUs together are with the work. Confined to the comparison's stream.
 */
final class FirstRound {

    /** A round that warms up, and as many as can show something. */
    private static final int ROUNDS = 6;

    private final Map<String, Long> wallNanos = new LinkedHashMap<>();
    private long longestTaskNanos;
    private long leastNanos = Long.MAX_VALUE;

    /** Keeps what counts of a run's event. */
    void accept(String lane, RunEvent event) {
        if (event instanceof TaskFinished task) {
            longestTaskNanos = Math.max(longestTaskNanos, task.wallNanos());
        } else if (event instanceof RunFinished run) {
            long wall = run.summary().wallNanos();
            long work = run.summary().cpuNanos() / Runtime.getRuntime().availableProcessors();
            leastNanos = Math.min(leastNanos, Math.min(wall, Math.max(longestTaskNanos, work)));
            longestTaskNanos = 0;
            wallNanos.putIfAbsent(lane, wall);
        }
    }

    /**
     * Makes sure that the lanes which have not had their turn can have it.
     *
     * @throws TimeTooShortException if they can't, saying what would fit and what is known
     */
    void check(List<String> lanes, long atNanos, long mostNanos) {
        long left = lanes.stream().filter(lane -> !wallNanos.containsKey(lane)).count();
        if (wallNanos.isEmpty() || left == 0 || atNanos + left * leastNanos <= mostNanos) {
            return;
        }
        long ran = wallNanos.values().stream().mapToLong(Long::longValue).sum();
        long besideNanos = Math.max(0, atNanos - ran);
        long neededNanos = besideNanos + neededNanos(ran + left * leastNanos);
        String known = wallNanos.entrySet().stream()
                .map(lane -> lane.getKey() + " took " + readable(lane.getValue()))
                .collect(Collectors.joining(", "));
        throw new TimeTooShortException(
                "one round of %d lanes does not fit into %s: %s have gone by, and it takes %s more, or longer. Known is: %s. What fits: %sabout %s, for one round to warm up and five that count"
                        .formatted(
                                lanes.size(),
                                readable(mostNanos),
                                readable(atNanos),
                                readable(left * leastNanos),
                                known,
                                smaller(lanes.size(), mostNanos - besideNanos),
                                readable(neededNanos)),
                neededNanos);
    }

    /** What else would fit, where there is time for runs at all beside the making of lanes, such as those of other JVMs. */
    private static String smaller(int lanes, long forRunsNanos) {
        return forRunsNanos <= 0
                ? ""
                : "smaller parameters%s, of which a run takes %s or less; or "
                        .formatted(lanes > 2 ? " or fewer lanes" : "", readable(forRunsNanos / ROUNDS / lanes));
    }

    /** How long it takes to show something where a round takes so long. */
    static long neededNanos(long roundNanos) {
        return ROUNDS * roundNanos;
    }
}
