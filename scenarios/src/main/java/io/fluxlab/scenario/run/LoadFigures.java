package io.fluxlab.scenario.run;

import io.fluxlab.load.BacklogSample;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.LatencyProfile;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneLoad;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of a load, as expressions take it. A lane that falls behind has no latencies. Stateless. */
final class LoadFigures {

    private LoadFigures() {}

    /** Of one run. */
    static Map<String, Object> of(LoadSummary load) {
        Map<String, Object> figures =
                rates(load.keepsUp(), load.offeredPerSecond(), load.servedPerSecond(), load.growthPerSecond());
        counts(figures, load.missed() == null ? null : (Long) load.missed().longValue(), List.of(load));
        LatencyProfile latency = load.latency();
        if (latency != null) {
            latencies(figures, latency);
        }
        return figures;
    }

    /** Of a lane of a comparison that keeps up; empty where there was no load. */
    static Optional<Map<String, Object>> of(LaneVerdict lane, Verdict verdict) {
        return Optional.ofNullable(lane.load()).map(load -> of(load, loads(lane.lane(), verdict)));
    }

    private static Map<String, Object> of(LaneLoad load, List<LoadSummary> rounds) {
        double growth = rounds.stream()
                .mapToDouble(LoadSummary::growthPerSecond)
                .average()
                .orElse(0);
        Map<String, Object> figures = rates(true, load.offeredPerSecond(), load.servedPerSecond(), growth);
        counts(figures, load.missed(), rounds);
        latencies(figures, load.latency());
        return figures;
    }

    /** Of a lane of a comparison that falls behind. */
    static Map<String, Object> of(LaneBehind lane, Verdict verdict) {
        Map<String, Object> figures =
                rates(false, lane.offeredPerSecond(), lane.servedPerSecond(), lane.growthPerSecond());
        List<LoadSummary> rounds = loads(lane.lane(), verdict);
        long missed = rounds.stream()
                .map(LoadSummary::missed)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
        boolean hasDeadline = rounds.stream().anyMatch(round -> round.missed() != null);
        counts(figures, hasDeadline ? (Long) missed : null, rounds);
        figures.put("overflowed", lane.overflowed());
        figures.put("unserved", lane.unserved());
        return figures;
    }

    private static List<LoadSummary> loads(String lane, Verdict verdict) {
        return verdict.samples().stream()
                .filter(sample -> sample.lane().equals(lane))
                .map(LaneSample::load)
                .filter(Objects::nonNull)
                .toList();
    }

    private static Map<String, Object> rates(boolean keepsUp, double offered, double throughput, double growth) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("keepsUp", keepsUp);
        figures.put("offered", offered);
        figures.put("throughput", throughput);
        figures.put("growth", growth);
        return figures;
    }

    private static void counts(Map<String, Object> figures, @Nullable Long missed, List<LoadSummary> rounds) {
        figures.put(
                "waiting",
                rounds.stream()
                        .flatMap(round -> round.backlog().stream())
                        .mapToLong(BacklogSample::waiting)
                        .max()
                        .orElse(0));
        if (missed != null) {
            figures.put("missed", missed);
        }
        figures.put(
                "overflowed", rounds.stream().mapToLong(LoadSummary::overflowed).sum());
        figures.put("unserved", rounds.stream().mapToLong(LoadSummary::unserved).sum());
    }

    private static void latencies(Map<String, Object> figures, LatencyProfile latency) {
        figures.put("meanMillis", Figures.millis(latency.meanNanos()));
        figures.put("p50Millis", Figures.millis(latency.p50Nanos()));
        figures.put("p90Millis", Figures.millis(latency.p90Nanos()));
        figures.put("p99Millis", Figures.millis(latency.p99Nanos()));
        figures.put("p999Millis", Figures.millis(latency.p999Nanos()));
        figures.put("maxMillis", Figures.millis(latency.maxNanos()));
    }
}
