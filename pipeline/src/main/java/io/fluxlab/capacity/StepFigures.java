package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.LoadSummary.Judged;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.run.RunSummary;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a step was seen to do. Immutable.
 *
 * @param arrivals how many tasks were due
 * @param failed how many of them failed
 * @param servedPerSecond how many ended well each second
 * @param latency from the due time to the end; null where the lane fell behind or served none, since it has none then
 * @param percentiles those that objectives are about, each with its 95 % interval; empty likewise
 * @param bystander the bystander's latency
 * @param sending how late the load generator was
 * @param cpuNanosOfTask CPU time of the process for each task that ended
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StepFigures(
        int arrivals,
        int failed,
        double servedPerSecond,
        @Nullable LatencyProfile latency,
        List<Judged> percentiles,
        Latency bystander,
        Latency sending,
        long cpuNanosOfTask) {

    public StepFigures {
        percentiles = List.copyOf(percentiles);
    }

    static StepFigures of(RunSummary run, LoadSummary load) {
        List<Judged> percentiles = new ArrayList<>();
        if (load.judged() != null) {
            percentiles.add(load.judged());
        }
        if (load.also() != null) {
            percentiles.addAll(load.also());
        }
        return new StepFigures(
                load.arrivals(),
                load.failed(),
                load.servedPerSecond(),
                load.latency(),
                percentiles,
                run.bystander(),
                load.sending(),
                run.cpuNanos() / Math.max(1, load.served() + load.failed()));
    }

    /** Whether it was seen how long tasks take that a lane keeps up with. */
    boolean hasLatencies() {
        return latency != null && latency.count() > 0;
    }

    long meanNanos() {
        return latency == null ? 0 : latency.meanNanos();
    }

    /** A percentile of those that objectives are about. */
    long nanos(String percentile) {
        return percentiles.stream()
                .filter(judged -> judged.by().equals(percentile))
                .mapToLong(Judged::nanos)
                .findFirst()
                .orElse(0);
    }
}
