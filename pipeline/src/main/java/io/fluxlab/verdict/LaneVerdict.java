package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.Wait;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found about one lane. Immutable.
 *
 * @param standing its wall time, and the ratio to the baseline's
 * @param outcome what that ratio shows
 * @param roundsNeeded about how many more rounds would settle an outcome of {@code cant-tell}
 * @param bystander the bystander's latency: p50 and p99 of a typical round, the maximum of all
 * @param cost what a typical run took
 * @param places the threads that had a part in a run, on average; null where a lab of another version does not say
 * @param waits what tasks were seen waiting for in all rounds, most often first; null where nothing was seen
 * @param calls what a call costs there; null where tasks are no calls of one body
 * @param load how it bears the load; null where there is none
 * @param canaries how late those were beside what else its tasks share, likewise; null where there were none
 * @param network what a typical run has had to do with the network; null where its tasks run on this machine
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneVerdict(
        @JsonUnwrapped Standing standing,
        Outcome outcome,
        @Nullable Integer roundsNeeded,
        @Nullable Latency bystander,
        @JsonUnwrapped RunCost cost,
        @Nullable List<PlaceOfWork> places,
        @Nullable List<Wait> waits,
        @Nullable CallCosts calls,
        @Nullable LaneLoad load,
        @Nullable List<CanaryReading> canaries,
        @Nullable NetworkUse network) {

    public LaneVerdict {
        places = places == null ? null : List.copyOf(places);
        waits = waits == null ? null : List.copyOf(waits);
        canaries = canaries == null ? null : List.copyOf(canaries);
    }

    /** Of a lane of which nobody saw where its tasks were. */
    public LaneVerdict(
            Standing standing,
            Outcome outcome,
            @Nullable Integer roundsNeeded,
            @Nullable Latency bystander,
            RunCost cost) {
        this(standing, outcome, roundsNeeded, bystander, cost, null, null, null, null, null, null);
    }

    /** The percentile of latencies that these lanes are judged by; empty where it is a run's time. */
    public static Optional<String> judgedBy(List<LaneVerdict> lanes) {
        return lanes.stream()
                .map(LaneVerdict::load)
                .filter(Objects::nonNull)
                .map(LaneLoad::by)
                .findFirst();
    }

    /** The lane's name. */
    public String lane() {
        return standing.lane();
    }

    /**
     * What the lane does to others: what the bystander says or, where that is worse than any lane may do, the latest of
     * the canaries beside what the recommendation shares with others; null where there was no bystander.
     */
    public @Nullable CanaryReading harm() {
        return Calm.worst(bystander, canaries);
    }

    /** Whether what was found of its speed speaks for the lane, and not for the baseline. */
    public boolean favoursItself() {
        return switch (outcome) {
            case FASTER, SAME -> true;
            case SLOWER, BASELINE -> false;
            case CANT_TELL -> standing.low() == null && standing.ratio() < 1;
        };
    }
}
