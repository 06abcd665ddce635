package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.measure.Latency;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison found about one lane. Immutable.
 *
 * @param standing its wall time, and the ratio to the baseline's
 * @param outcome what that ratio shows
 * @param roundsNeeded about how many more rounds would settle an outcome of {@code cant-tell}
 * @param bystander the bystander's latency: p50 and p99 of a typical round, the maximum of all
 * @param cost what a typical run took
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneVerdict(
        @JsonUnwrapped Standing standing,
        Outcome outcome,
        @Nullable Integer roundsNeeded,
        @Nullable Latency bystander,
        @JsonUnwrapped RunCost cost) {

    /** The lane's name. */
    public String lane() {
        return standing.lane();
    }
}
