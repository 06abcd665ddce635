package io.fluxlab.comparison;

import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.lane.BoundedElasticLane;
import io.fluxlab.lane.EventLoopLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.stage.PlacedLane;
import io.fluxlab.stage.Placement;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds the lane that a remedy names. Immutable.
 *
 * @param compared the lanes that are compared
 * @param mayTryOthers whether it may be one that is not compared
 * @param stages the stages of the workload's pipeline; none where it has none
 */
record RemedyLanes(List<Lane> compared, boolean mayTryOthers, List<String> stages) {

    private static final List<Lane> PLAIN =
            List.of(new ParallelLane(), new VirtualLane(), new BoundedElasticLane(), new EventLoopLane());

    private static final Pattern LARGER_POOL = Pattern.compile("bounded-elastic:threads=(\\d+)");

    /** The lane with the remedy; empty where there is no such lane, or it may not be tried. */
    Optional<Lane> of(Lane lane, Remedy remedy) {
        Integer concurrency = remedy.concurrency();
        if (concurrency != null) {
            return Optional.of(new LaneAtMost(remedy.label(), lane, concurrency));
        }
        if (remedy.parameters() != null) {
            return Optional.of(LaneAtMost.called(remedy.label(), lane));
        }
        return named(remedy.lane(), compared.stream()).or(() -> mayTryOthers ? other(remedy.lane()) : Optional.empty());
    }

    private Optional<Lane> other(String text) {
        return text.contains(Placement.AT)
                ? Optional.of(new PlacedLane(
                        text, Placement.read(text, stages, name -> plain(name).orElseThrow())))
                : plain(text).or(() -> larger(text));
    }

    private static Optional<Lane> plain(String name) {
        return named(name, PLAIN.stream());
    }

    private static Optional<Lane> larger(String text) {
        Matcher pool = LARGER_POOL.matcher(text);
        return pool.matches()
                ? Optional.of(LaneAtMost.called(
                        text,
                        new BoundedElasticLane(new BoundedElasticLane.Settings(Integer.parseInt(pool.group(1)), 0))))
                : Optional.empty();
    }

    private static Optional<Lane> named(String name, Stream<Lane> lanes) {
        return lanes.filter(lane -> lane.name().equals(name)).findFirst();
    }
}
