package io.fluxlab.load;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a load. Immutable.
 *
 * @param arrivals how many tasks were due
 * @param served how many of them have ended well
 * @param failed how many have failed
 * @param overflowed how many were not run because too many waited
 * @param unserved how many had not ended when a run was ended whose backlog grew, and were not waited for
 * @param missed how many have taken longer than the deadline, of those that were served; null where there is none
 * @param keepsUp whether the lane keeps up: its backlog does not grow, and nothing has overflowed
 * @param growthPerSecond by how many tasks a second the backlog grows
 * @param offeredPerSecond how many tasks were due each second
 * @param servedPerSecond how many have ended well each second
 * @param latency from the due time to the end, of the tasks that were served; null where they have failed, and where the lane
 *     falls behind, since what would be told is how long the run was
 * @param judged the percentile that lanes are judged by; null likewise
 * @param also other percentiles that were asked for; null where none were, or likewise
 * @param sending how late tasks were sent: the load generator's own doing
 * @param backlog how many tasks waited and ran over time
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoadSummary(
        int arrivals,
        int served,
        int failed,
        int overflowed,
        int unserved,
        @Nullable Integer missed,
        boolean keepsUp,
        double growthPerSecond,
        double offeredPerSecond,
        double servedPerSecond,
        @Nullable LatencyProfile latency,
        @Nullable Judged judged,
        @Nullable List<Judged> also,
        Latency sending,
        List<BacklogSample> backlog) {

    /** What is late by less is as good as on time. */
    private static final long LATE_NANOS = 1_000_000;

    /** A generator that is late by more than this part of what it measures has taken part in it. */
    private static final int PART = 4;

    public LoadSummary {
        also = also == null ? null : List.copyOf(also);
        backlog = List.copyOf(backlog);
    }

    /**
     * A percentile of the latencies, and its 95 % interval between two of them.
     *
     * @param by which percentile: {@code p99}
     * @param count how many latencies there were
     * @param enough how many it takes for the percentile not to be merely the longest of them
     */
    public record Judged(String by, long nanos, long lowNanos, long highNanos, long count, int enough) {}

    /** Whether the generator was so late, at its p99, that the figures are its own too. */
    public boolean wasSentLate() {
        return sending.p99Nanos() > LATE_NANOS && (judged == null || sending.p99Nanos() > judged.nanos() / PART);
    }
}
