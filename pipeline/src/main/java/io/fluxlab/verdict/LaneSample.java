package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.measure.Latency;
import org.jspecify.annotations.Nullable;

/**
 * The raw figures of one lane in one round; the bystander's latency is absent where none was running. Immutable.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneSample(
        String lane,
        int round,
        long wallNanos,
        @JsonUnwrapped RunCost cost,
        @Nullable Latency bystander) {
    public LaneSample {
        if (wallNanos < 1) {
            throw new IllegalArgumentException(
                    "wallNanos must be at least 1, was " + wallNanos + " for " + lane + " in round " + round);
        }
    }
}
