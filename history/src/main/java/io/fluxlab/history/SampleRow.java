package io.fluxlab.history;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.LaneSample;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one run of a lane, as columns. Immutable.
 *
 * @param round in which it was; 1 where there are no rounds
 * @param figureNanos what lanes are held against each other by: the time or, under load, a percentile of latencies
 * @param bystanderP99Nanos null where there was no bystander
 */
record SampleRow(
        String lane,
        int round,
        long figureNanos,
        long wallNanos,
        long cpuNanos,
        long allocatedBytes,
        int threads,
        @Nullable Long bystanderP99Nanos) {

    static SampleRow of(String lane, RunSummary summary) {
        Latency bystander = summary.bystander();
        return new SampleRow(
                lane,
                1,
                summary.load() == null || summary.load().judged() == null
                        ? summary.wallNanos()
                        : summary.load().judged().nanos(),
                summary.wallNanos(),
                summary.cpuNanos(),
                summary.allocatedBytes(),
                summary.peakThreads(),
                bystander.count() == 0 ? null : (Long) bystander.p99Nanos());
    }

    static List<SampleRow> of(List<LaneSample> samples) {
        return samples.stream().map(SampleRow::of).toList();
    }

    private static SampleRow of(LaneSample sample) {
        Latency bystander = sample.bystander();
        return new SampleRow(
                sample.lane(),
                sample.round(),
                sample.figureNanos(),
                sample.wallNanos(),
                sample.cost().cpuNanos(),
                sample.cost().allocatedBytes(),
                sample.cost().peakThreads(),
                bystander == null ? null : (Long) bystander.p99Nanos());
    }
}
