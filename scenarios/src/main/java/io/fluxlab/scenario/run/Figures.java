package io.fluxlab.scenario.run;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.Verdict;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Everything that steps have given so far: figure to step to lane to value. Not thread-safe. */
final class Figures {

    private static final double NANOS_PER_MILLI = 1e6;

    private final Map<Figure, Map<String, Object>> all = new EnumMap<>(Figure.class);
    private final Map<String, Map<String, Map<String, Object>>> plain = new LinkedHashMap<>();

    Figures() {
        for (Figure figure : Figure.values()) {
            all.put(figure, new LinkedHashMap<>());
        }
    }

    /** Keeps the figures of these lanes in this order, whichever comes first. */
    void begin(String step, List<String> lanes) {
        Map<String, Map<String, Object>> ordered = new LinkedHashMap<>();
        lanes.forEach(lane -> ordered.put(lane, new LinkedHashMap<>()));
        plain.put(step, ordered);
    }

    /** Where the figures of one lane in one step go. */
    @FunctionalInterface
    interface Lane {
        void put(Figure figure, Object value);
    }

    Lane of(String step, String lane) {
        return (figure, value) -> {
            @SuppressWarnings("unchecked")
            Map<String, Object> lanes = (Map<String, Object>) Objects.requireNonNull(all.get(figure))
                    .computeIfAbsent(step, key -> new LinkedHashMap<String, Object>());
            lanes.put(lane, value);
            if (!figure.needsEvents()) {
                plain.computeIfAbsent(step, key -> new LinkedHashMap<>())
                        .computeIfAbsent(lane, key -> new LinkedHashMap<>())
                        .put(figure.id(), value);
            }
        };
    }

    /** What limits a lane. */
    void found(String step, Found found) {
        of(step, found.lane()).put(Figure.FINDING, found.finding().cause().id());
    }

    /** How what may help came out on a lane. */
    void proved(String step, Proved proved) {
        Proof proof = proved.proof();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("remedy", proof.remedy().label());
        values.put("result", proof.result().id());
        values.put("helped", proof.result() == Proof.Result.HELPED);
        values.put("tasks", (long) proof.before().tasks());
        values.put("succeededBefore", (long) proof.before().succeeded());
        values.put("succeededAfter", (long) proof.after().succeeded());
        Double ratio = proof.ratio();
        if (ratio != null) {
            values.put("ratio", ratio);
        }
        of(step, proved.lane()).put(Figure.PROOF, values);
    }

    /** What a comparison found stands for what its last round gave. */
    void verdict(String step, Verdict verdict) {
        for (LaneVerdict lane : verdict.lanes()) {
            Lane figures = of(step, lane.lane());
            figures.put(Figure.WALL, millis(lane.standing().medianNanos()));
            figures.put(Figure.RATIO, lane.standing().ratio());
            Double low = lane.standing().low();
            Double high = lane.standing().high();
            if (low != null && high != null) {
                figures.put(Figure.LOW, low);
                figures.put(Figure.HIGH, high);
            }
            LoadFigures.of(lane, verdict).ifPresent(load -> {
                figures.put(Figure.LOAD, load);
                figures.put(Figure.WALL, millis(wallNanos(lane.lane(), verdict)));
            });
            figures.put(Figure.OUTCOME, lane.outcome().id());
            figures.put(Figure.STATUS, "completed");
            figures.put(Figure.CPU, lane.cost().cpu());
            figures.put(Figure.THREADS, (long) lane.cost().peakThreads());
            figures.put(Figure.ALLOCATED, lane.cost().allocatedBytes());
            Latency bystander = lane.bystander();
            if (bystander != null) {
                figures.put(Figure.BYSTANDER, latency(bystander));
            }
            canaries(figures, lane.canaries());
            network(figures, lane.network());
        }
        verdict.failures().forEach(failure -> of(step, failure.lane()).put(Figure.STATUS, "failed"));
        verdict.behind().forEach(lane -> behind(of(step, lane.lane()), lane, verdict));
        Optional.ofNullable(verdict.placements())
                .ifPresent(placements -> placements.forEach(found -> placed(of(step, found.lane()), found)));
        String recommended = verdict.recommended();
        if (recommended != null) {
            Objects.requireNonNull(all.get(Figure.RECOMMENDED)).put(step, recommended);
        }
    }

    /** A lane that falls behind has no time to hold against another's. */
    private static void behind(Lane figures, LaneBehind lane, Verdict verdict) {
        figures.put(Figure.LOAD, LoadFigures.of(lane, verdict));
        figures.put(Figure.STATUS, "completed");
        Latency bystander = lane.bystander();
        if (bystander != null) {
            figures.put(Figure.BYSTANDER, latency(bystander));
        }
        canaries(figures, lane.canaries());
    }

    /** What is judged under load is a percentile of latencies, and no wall time. */
    private static long wallNanos(String lane, Verdict verdict) {
        long[] sorted = verdict.samples().stream()
                .filter(sample -> sample.lane().equals(lane))
                .mapToLong(LaneSample::wallNanos)
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
    }

    private static void placed(Lane figures, PlacementFinding placement) {
        figures.put(Figure.DECIDES, placement.decides());
        Map<String, Map<String, Object>> stages = new LinkedHashMap<>();
        placement.stages().forEach(share -> {
            Map<String, Object> stage = new LinkedHashMap<>();
            stage.put("lane", share.lane());
            stage.put("time", share.timeShare());
            Double cpu = share.cpuShare();
            if (cpu != null) {
                stage.put("cpu", cpu);
            }
            stage.put("busy", share.busy());
            stage.put("workMillis", millis(share.workNanos()));
            stage.put("waitMillis", millis(share.waitNanos()));
            stage.put("queueMillis", millis(share.queueNanos()));
            stage.put("queue", share.queue());
            stage.put("hops", share.hops());
            Long hop = share.hopNanos();
            if (hop != null) {
                stage.put("hopMillis", millis(hop));
            }
            stages.put(share.stage(), stage);
        });
        figures.put(Figure.STAGES, stages);
    }

    /** As expressions take them. */
    Map<String, Object> variables() {
        Map<String, Object> variables = new LinkedHashMap<>();
        all.forEach((figure, steps) -> variables.put(figure.id(), steps));
        return variables;
    }

    /** Those of a step that are numbers and words: lane to figure. */
    Map<String, Map<String, Object>> plain(String step) {
        Map<String, Map<String, Object>> copy = new LinkedHashMap<>();
        plain.getOrDefault(step, Map.of()).forEach((lane, figures) -> {
            if (!figures.isEmpty()) {
                copy.put(lane, new LinkedHashMap<>(figures));
            }
        });
        return copy;
    }

    static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    /** Of several loops, the latest. */
    static void canaries(Lane figures, @Nullable List<CanaryReading> canaries) {
        if (canaries != null) {
            Map<String, Map<String, Double>> latest = new LinkedHashMap<>();
            canaries.stream()
                    .sorted(Comparator.comparingLong(
                            reading -> reading.latency().p99Nanos()))
                    .forEach(reading -> latest.put(reading.canary().id(), latency(reading.latency())));
            figures.put(Figure.CANARY, latest);
        }
    }

    static void network(Lane figures, @Nullable NetworkUse network) {
        if (network != null) {
            Map<String, Double> known = new LinkedHashMap<>();
            Long roundTrip = network.roundTripNanos();
            if (roundTrip != null) {
                known.put("roundTripMillis", millis(roundTrip));
            }
            known.put("sentBytes", (double) network.sentBytes());
            known.put("receivedBytes", (double) network.receivedBytes());
            figures.put(Figure.NETWORK, known);
        }
    }

    static Map<String, Double> latency(Latency latency) {
        Map<String, Double> millis = new LinkedHashMap<>();
        millis.put("p50Millis", millis(latency.p50Nanos()));
        millis.put("p99Millis", millis(latency.p99Nanos()));
        millis.put("maxMillis", millis(latency.maxNanos()));
        return millis;
    }
}
