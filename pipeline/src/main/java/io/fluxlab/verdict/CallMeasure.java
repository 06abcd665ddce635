package io.fluxlab.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the calls that a comparison's tasks make. Immutable.
 *
 * @param callsInRun how many calls a run makes, all tasks together; 0 where tasks are no calls
 * @param callsInTask how many a task makes
 * @param hopNanos what it takes to hand something over to a lane, by its name; empty where that was not measured
 */
public record CallMeasure(long callsInRun, int callsInTask, Map<String, Long> hopNanos) {

    /** Of tasks that are no calls. */
    public static final CallMeasure NONE = new CallMeasure(0, 0, Map.of());

    public CallMeasure {
        hopNanos = Map.copyOf(hopNanos);
    }

    /** What a call costs on a lane that takes so long for a run; null where tasks are no calls. */
    @Nullable
    CallCosts on(String lane, long medianNanos) {
        return callsInRun == 0 ? null : new CallCosts(Math.max(1, medianNanos / callsInRun), hopNanos.get(lane));
    }

    /**
     * The lanes to hand a call over to takes longer than the call itself, by the time that it takes where it is quickest: on
     * a lane with more threads than CPUs, calls wait for each other.
     */
    Optional<Doubt> doubt(Tally tally) {
        long call = tally.lanes().stream()
                .mapToLong(lane -> tally.whereabouts(lane).taskNanos())
                .filter(nanos -> nanos > 0)
                .min()
                .orElse(0);
        if (callsInTask == 0 || call == 0) {
            return Optional.empty();
        }
        long callNanos = Math.max(1, call / callsInTask);
        List<String> dear =
                tally.lanes().stream().filter(lane -> hop(lane) > callNanos).toList();
        return dear.isEmpty()
                ? Optional.empty()
                : Optional.of(new Doubt.HopCostsMore(
                        dear,
                        callNanos,
                        dear.stream().mapToLong(this::hop).min().orElseThrow(),
                        dear.stream().mapToLong(this::hop).max().orElseThrow(),
                        callsInTask));
    }

    private long hop(String lane) {
        return hopNanos.getOrDefault(lane, 0L);
    }
}
