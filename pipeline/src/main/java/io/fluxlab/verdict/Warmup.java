package io.fluxlab.verdict;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges rounds that warm up. */
public final class Warmup {

    /** Tasks that take less CPU time than this part of what they took before have got faster. */
    private static final double FASTER = 0.9;

    /** So many of the latest rounds are held against those before them. */
    private static final int LATEST = 2;

    private Warmup() {}

    /**
     * The lanes that fall behind their load and may yet keep up: code that is not compiled yet takes many times as long,
     * and a run is as long as the load, so that its time says nothing. Told by the CPU time of a task. The samples are in
     * order.
     */
    public static Set<String> coldUnderLoad(List<LaneSample> samples) {
        return samples.stream().collect(Collectors.groupingBy(LaneSample::lane)).entrySet().stream()
                .filter(lane -> mayKeepUp(lane.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean mayKeepUp(List<LaneSample> rounds) {
        int before = rounds.size() - LATEST;
        return rounds.get(rounds.size() - 1).fellBehind()
                && (before < 1
                        || leastOf(rounds.subList(before, rounds.size()))
                                < FASTER * leastOf(rounds.subList(0, before)));
    }

    private static double leastOf(List<LaneSample> rounds) {
        return rounds.stream().mapToDouble(LaneSample::cpuNanosOfTask).min().orElseThrow();
    }

    /** Whether every lane's latest rounds are steady: half of them, and five at least. The samples are in order. */
    public static boolean isOver(List<LaneSample> samples, SameBand band) {
        Map<String, List<LaneSample>> lanes = samples.stream().collect(Collectors.groupingBy(LaneSample::lane));
        return lanes.values().stream()
                .noneMatch(rounds -> Settling.goesOn(
                        rounds.stream()
                                .mapToDouble(round -> Math.log((double) round.wallNanos()))
                                .toArray(),
                        band));
    }
}
