package io.fluxlab.verdict;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges rounds that warm up. */
public final class Warmup {
    private Warmup() {}

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
