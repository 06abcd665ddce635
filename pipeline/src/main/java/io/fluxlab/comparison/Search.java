package io.fluxlab.comparison;

import io.fluxlab.lane.Lane;
import io.fluxlab.measure.StageUse;
import io.fluxlab.measure.StageUse.Returns;
import io.fluxlab.stage.PlacedLane;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What is known of placements, of those that are compared and those that need not be. Stateless. */
final class Search {

    /** A stage that is asynchronous uses no more of its time on a thread. */
    private static final double MOST_WORK = 0.05;

    private Search() {}

    static boolean isOnOneLane(Lane lane) {
        return lane instanceof PlacedLane placed && placed.placement().isOnOneLane();
    }

    /**
     * The placements that may differ: a stage that is asynchronous holds no thread, and to place it anywhere but on the home
     * loop is a hop more and nothing else. The first calls are slow, so that one lane on which it is seen will do.
     *
     * @param stages what the stages of a lane took while it warmed up
     */
    static List<Lane> worthPlacing(List<Lane> lanes, Function<String, List<StageUse>> stages) {
        Set<String> asynchronous = lanes.stream()
                .map(lane -> stages.apply(lane.name()))
                .flatMap(List::stream)
                .filter(Search::isAsynchronous)
                .map(StageUse::stage)
                .collect(Collectors.toSet());
        List<Lane> worth = lanes.stream()
                .filter(lane -> !(lane instanceof PlacedLane placed)
                        || asynchronous.stream().allMatch(placed.placement()::isAtHome))
                .toList();
        return worth.isEmpty() ? lanes : worth;
    }

    private static boolean isAsynchronous(StageUse use) {
        return (use.returns() == Returns.PUBLISHER || use.returns() == Returns.FUTURE)
                && use.workNanos() <= MOST_WORK * (use.workNanos() + use.waitNanos());
    }

    /** What the stages took in each placement that has figures; none where no placements were compared. */
    static List<PlacementFinding> findings(
            List<String> judged, List<Lane> lanes, TurnFigures figures, Verdict verdict) {
        return lanes.stream()
                .filter(lane -> judged.contains(lane.name()))
                .map(lane -> finding(lane, figures.stages(lane.name()), verdict))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<PlacementFinding> finding(Lane lane, List<StageUse> uses, Verdict verdict) {
        if (!(lane instanceof PlacedLane placed) || uses.isEmpty()) {
            return Optional.empty();
        }
        long wallNanos = verdict.samples().stream()
                .filter(sample -> sample.lane().equals(lane.name()))
                .mapToLong(LaneSample::wallNanos)
                .sum();
        return Optional.of(PlacementFinding.of(
                lane.name(),
                uses,
                placed.places(uses),
                wallNanos,
                Runtime.getRuntime().availableProcessors()));
    }
}
