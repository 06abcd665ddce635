package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.LoadSummary.Judged;
import io.fluxlab.measure.LatencyProfile;
import java.util.List;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a lane bears a load in a typical round: medians of the rounds, but the longest latency of all. Immutable.
 *
 * @param by the percentile that lanes are judged by
 * @param latency from the due time to the end
 * @param offeredPerSecond how many tasks were due each second
 * @param servedPerSecond how many ended well each second
 * @param missed how many were later than the deadline, in all rounds; null where there was none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneLoad(
        String by,
        LatencyProfile latency,
        double offeredPerSecond,
        double servedPerSecond,
        @Nullable Long missed) {

    /** Of the rounds in which the lane kept up; one at least. */
    static LaneLoad of(List<LoadSummary> rounds) {
        List<LatencyProfile> latencies = rounds.stream()
                .map(LoadSummary::latency)
                .filter(Objects::nonNull)
                .toList();
        Judged judged = rounds.stream()
                .map(LoadSummary::judged)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a lane that keeps up must have latencies, had none"));
        List<Integer> missed = rounds.stream()
                .map(LoadSummary::missed)
                .filter(Objects::nonNull)
                .toList();
        return new LaneLoad(
                judged.by(),
                new LatencyProfile(
                        median(latencies, LatencyProfile::meanNanos),
                        median(latencies, LatencyProfile::p50Nanos),
                        median(latencies, LatencyProfile::p90Nanos),
                        median(latencies, LatencyProfile::p99Nanos),
                        median(latencies, LatencyProfile::p999Nanos),
                        latencies.stream()
                                .mapToLong(LatencyProfile::maxNanos)
                                .max()
                                .orElse(0),
                        latencies.stream().mapToLong(LatencyProfile::count).sum()),
                Medians.of(rounds.stream().mapToDouble(LoadSummary::offeredPerSecond)),
                Medians.of(rounds.stream().mapToDouble(LoadSummary::servedPerSecond)),
                missed.isEmpty()
                        ? null
                        : (Long) missed.stream().mapToLong(Integer::longValue).sum());
    }

    private static long median(List<LatencyProfile> latencies, ToLongFunction<LatencyProfile> figure) {
        return Medians.of(latencies.stream().mapToLong(figure));
    }
}
