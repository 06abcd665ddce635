package io.fluxlab.verdict;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.verdict.Steadiness.SettlingLane;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The samples of one lane by round, and the figures of its typical run. Not thread-safe. */
final class LaneRounds {
    private final NavigableMap<Integer, LaneSample> byRound;

    LaneRounds() {
        this(new TreeMap<>());
    }

    private LaneRounds(NavigableMap<Integer, LaneSample> byRound) {
        this.byRound = byRound;
    }

    void add(LaneSample sample) {
        if (byRound.putIfAbsent(sample.round(), sample) != null) {
            throw new IllegalArgumentException(
                    "lane " + sample.lane() + " has more than one sample in round " + sample.round());
        }
    }

    int count() {
        return byRound.size();
    }

    /** The first third of the rounds. */
    LaneRounds beginning() {
        return new LaneRounds(byRound.headMap(nth(Settling.part(count())), false));
    }

    /** The last third of the rounds. */
    LaneRounds end() {
        return from(nth(count() - Settling.part(count())));
    }

    /** The rounds before this one. */
    LaneRounds before(int round) {
        return new LaneRounds(byRound.headMap(round, false));
    }

    /** A view of the rounds from this one on. */
    LaneRounds from(int round) {
        return new LaneRounds(byRound.tailMap(round, true));
    }

    boolean meets(LaneRounds other) {
        return byRound.keySet().stream().anyMatch(other.byRound::containsKey);
    }

    /** The ratio of the figures, over the rounds that both have finished. */
    RatioEstimate against(LaneRounds reference) {
        return RatioEstimate.of(ratios(reference)).noNarrowerThan(logMargin(reference));
    }

    /**
     * How far the mean logarithm of the ratios may be off because each round's figure is a percentile of so many latencies:
     * what they have of margins together, as for sums of what varies independently.
     */
    private double logMargin(LaneRounds reference) {
        double squares = 0;
        int rounds = 0;
        for (LaneSample sample : samples()) {
            LaneSample other = reference.byRound.get(sample.round());
            if (other != null) {
                squares += sample.logMargin() * sample.logMargin() + other.logMargin() * other.logMargin();
                rounds++;
            }
        }
        return Math.sqrt(squares) / Math.max(1, rounds);
    }

    /** How those ratios settle; this is the lane of that name. */
    SettlingLane settling(String lane, LaneRounds reference, SameBand band) {
        Settling settling = Settling.of(logs(ratios(reference)), band);
        int from = byRound.keySet().stream()
                .filter(reference.byRound::containsKey)
                .skip(settling.transients())
                .findFirst()
                .orElse(0);
        return new SettlingLane(lane, from, settling);
    }

    /** Whether the wall times themselves have changed from one level to another, or still do. */
    boolean hasMoved(SameBand band) {
        Settling settling = Settling.of(logs(figureNanos()), band);
        return !settling.settled() || settling.transients() > 0;
    }

    private int nth(int index) {
        return byRound.keySet().stream().skip(index).findFirst().orElseThrow();
    }

    private double[] ratios(LaneRounds reference) {
        return samples().stream()
                .mapMultiToDouble((sample, ratios) -> {
                    LaneSample other = reference.byRound.get(sample.round());
                    if (other != null) {
                        ratios.accept((double) sample.figureNanos() / other.figureNanos());
                    }
                })
                .toArray();
    }

    private static double[] logs(double[] values) {
        return Arrays.stream(values).map(Math::log).toArray();
    }

    double[] figureNanos() {
        return samples().stream().mapToDouble(LaneSample::figureNanos).toArray();
    }

    long medianNanos() {
        return median(samples(), LaneSample::figureNanos);
    }

    /** What came of the load in a typical round; null where there was none. */
    @Nullable
    LaneLoad load() {
        List<LoadSummary> loads = samples().stream()
                .map(LaneSample::load)
                .filter(Objects::nonNull)
                .toList();
        return loads.isEmpty() ? null : LaneLoad.of(loads);
    }

    RunCost typicalCost() {
        List<RunCost> costs = samples().stream().map(LaneSample::cost).toList();
        List<Long> switches = costs.stream()
                .map(RunCost::contextSwitches)
                .filter(Objects::nonNull)
                .toList();
        return new RunCost(
                median(costs, RunCost::cpuNanos),
                Medians.of(costs.stream().mapToDouble(RunCost::cpu)),
                median(costs, RunCost::allocatedBytes),
                (int) median(costs, RunCost::peakThreads),
                switches.isEmpty() ? null : median(switches, Long::longValue),
                median(costs, RunCost::conflated));
    }

    /** Medians of the rounds' p50 and p99, so that one bad round does not speak for all, but the maximum of all. */
    @Nullable
    Latency bystander() {
        List<Latency> latencies = samples().stream()
                .map(LaneSample::bystander)
                .filter(Objects::nonNull)
                .toList();
        return latencies.isEmpty() ? null : typical(latencies);
    }

    /** Likewise of each canary; null where there were none. */
    @Nullable
    List<CanaryReading> canaries() {
        Map<CanaryReading, List<Latency>> latencies = samples().stream()
                .map(LaneSample::canaries)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .collect(Collectors.groupingBy(
                        reading -> reading.with(Latency.NONE),
                        LinkedHashMap::new,
                        Collectors.mapping(CanaryReading::latency, Collectors.toList())));
        return latencies.isEmpty()
                ? null
                : latencies.entrySet().stream()
                        .map(each -> each.getKey().with(typical(each.getValue())))
                        .toList();
    }

    /** What a typical run has had to do with the network; null where there was none. */
    @Nullable
    NetworkUse network() {
        return NetworkUse.typical(samples().stream()
                .map(LaneSample::network)
                .filter(Objects::nonNull)
                .toList());
    }

    private static Latency typical(List<Latency> latencies) {
        return new Latency(
                median(latencies, Latency::p50Nanos),
                median(latencies, Latency::p99Nanos),
                latencies.stream().mapToLong(Latency::maxNanos).max().orElseThrow(),
                latencies.stream().mapToLong(Latency::count).sum());
    }

    private Collection<LaneSample> samples() {
        return byRound.values();
    }

    private static <T> long median(Collection<T> values, ToLongFunction<T> figure) {
        return Medians.of(values.stream().mapToLong(figure));
    }
}
