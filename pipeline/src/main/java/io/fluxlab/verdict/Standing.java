package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * Where one lane stands after some rounds. Immutable.
 *
 * @param rounds rounds that both this lane and the baseline have finished
 * @param medianNanos median wall time of the lane
 * @param ratio median over the rounds of wall time / the baseline's wall time; 0.5 is twice as fast
 * @param low lower end of the ratio's 95 % interval; absent after a single round
 * @param high upper end of it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Standing(
        String lane,
        int rounds,
        long medianNanos,
        double ratio,
        @Nullable Double low,
        @Nullable Double high) {

    static Standing of(String lane, long medianNanos, RatioEstimate estimate) {
        Interval interval = estimate.interval();
        return new Standing(
                lane,
                estimate.rounds(),
                medianNanos,
                estimate.median(),
                interval == null ? null : interval.low(),
                interval == null ? null : interval.high());
    }
}
