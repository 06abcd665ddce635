package io.fluxlab.comparison;

import io.fluxlab.verdict.LaneBehind;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.Missing;
import java.util.List;
import java.util.Optional;

/**
 * The samples that count, and which lanes they judge. Immutable.
 *
 * @param lanes the lanes that have not failed
 * @param counted their samples
 */
record LaneSamples(List<String> lanes, List<LaneSample> counted) {

    /** The lanes that have figures: without those that fall behind their load, or did not have their turn. */
    List<String> judgeable() {
        List<String> behind = behind();
        return lanes.stream()
                .filter(lane -> !behind.contains(lane) && of(lane).stream().anyMatch(sample -> !sample.fellBehind()))
                .toList();
    }

    /** The figures of those lanes, of the rounds in which they have one. */
    List<LaneSample> judged() {
        return of(judgeable()).stream().filter(sample -> !sample.fellBehind()).toList();
    }

    /** The lanes that fall behind their load. */
    List<String> behind() {
        return lanes.stream().filter(lane -> LaneBehind.isBehind(of(lane))).toList();
    }

    /** Why no lane has figures, where that is not that all have failed. */
    Optional<Missing> missing() {
        return behind().isEmpty() ? Optional.empty() : Optional.of(new Missing.KeepingUp());
    }

    List<LaneBehind> howFarBehind() {
        return behind().stream().map(lane -> LaneBehind.of(lane, of(lane))).toList();
    }

    List<LaneSample> ofThoseBehind() {
        return of(behind());
    }

    private List<LaneSample> of(String lane) {
        return of(List.of(lane));
    }

    private List<LaneSample> of(List<String> some) {
        return counted.stream().filter(sample -> some.contains(sample.lane())).toList();
    }
}
