package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.NetworkUse;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The raw figures of one lane in one round; the bystander's latency is absent where none was running, what came of the load
 * where there was none, the canaries where tasks share nothing else, and the network where there is none. Immutable.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneSample(
        String lane,
        int round,
        long wallNanos,
        @JsonUnwrapped RunCost cost,
        @Nullable Latency bystander,
        @Nullable LoadSummary load,
        @Nullable List<CanaryReading> canaries,
        @Nullable NetworkUse network) {

    /** The figures of a run whose tasks were all there from the beginning. */
    public LaneSample(String lane, int round, long wallNanos, RunCost cost, @Nullable Latency bystander) {
        this(lane, round, wallNanos, cost, bystander, null, null, null);
    }

    /** The figures of a run whose tasks share nothing but the home loop. */
    public LaneSample(
            String lane,
            int round,
            long wallNanos,
            RunCost cost,
            @Nullable Latency bystander,
            @Nullable LoadSummary load) {
        this(lane, round, wallNanos, cost, bystander, load, null, null);
    }

    /** The figures of a run whose tasks ran on this machine. */
    public LaneSample(
            String lane,
            int round,
            long wallNanos,
            RunCost cost,
            @Nullable Latency bystander,
            @Nullable LoadSummary load,
            @Nullable List<CanaryReading> canaries) {
        this(lane, round, wallNanos, cost, bystander, load, canaries, null);
    }

    public LaneSample {
        canaries = canaries == null ? null : List.copyOf(canaries);
        if (wallNanos < 1) {
            throw new IllegalArgumentException(
                    "wallNanos must be at least 1, was " + wallNanos + " for " + lane + " in round " + round);
        }
    }

    /**
     * What lanes are held against each other by: the run's time or, under load, the percentile of latencies that they are
     * judged by.
     */
    public long figureNanos() {
        LoadSummary.Judged judged = load == null ? null : load.judged();
        return judged == null ? wallNanos : Math.max(1, judged.nanos());
    }

    /** Whether the lane fell behind its load in this round, so that there is nothing to hold against another's figure. */
    public boolean fellBehind() {
        return load != null && !load.keepsUp();
    }

    /** The CPU time that a task took, of those that were served; under load alone. */
    double cpuNanosOfTask() {
        return (double) cost.cpuNanos() / Math.max(1, load == null ? 1 : load.served());
    }

    /** Half the width of the figure's own 95 % interval, in logarithms; 0 where the figure is a run's time. */
    double logMargin() {
        LoadSummary.Judged judged = load == null ? null : load.judged();
        return judged == null
                ? 0
                : Math.log((double) Math.max(1, judged.highNanos()) / Math.max(1, judged.lowNanos())) / 2;
    }
}
