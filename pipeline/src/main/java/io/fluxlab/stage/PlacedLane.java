package io.fluxlab.stage;

import io.fluxlab.claim.Claim;
import io.fluxlab.lane.EventLoopLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.StagePlace;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.StageUse;
import io.fluxlab.verdict.PlacementFinding.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A placement as a lane, under the text that a request names it by. Tasks start on the home loop, as requests do in a reactive
 * service, and their stages run where they were placed. Immutable.
 */
public record PlacedLane(String name, Placement placement) implements Lane {

    /** Tasks wait for each other's stages, not for tasks to end: as many at once as {@code flatMap} has. */
    private static final int AT_ONCE = Stage.USUAL_CONCURRENCY;

    private static final EventLoopLane START = new EventLoopLane();

    @Override
    public String summary() {
        return "each stage on a lane of its own";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.clamp(tasks, 1, AT_ONCE);
    }

    @Override
    public int computing(int concurrency) {
        long workers = 0;
        for (StagePlace place : pools()) {
            if (place.workers() == 0) {
                return concurrency;
            }
            workers += place.workers();
        }
        return (int) Math.min(concurrency, 1 + workers);
    }

    @Override
    public Claim claim(int concurrency) {
        return pools().stream().map(StagePlace::claim).reduce(Claim.NONE, Claim::plus);
    }

    @Override
    public Optional<String> code(String name, List<StageUse> stages) {
        return Optional.of(new PlacementCode(name, placement, stages).text());
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return PlacedSession.open(placement, START.open(home, concurrency), home);
    }

    /** Whether the other one places the same stages on the same lanes, whatever it is called. */
    public boolean isSameAs(PlacedLane other) {
        return placement.equals(other.placement);
    }

    /** Where each of these stages runs. */
    public List<Place> places(List<StageUse> stages) {
        List<Place> places = new ArrayList<>();
        Place before = new Place("", START.name(), 1);
        for (StageUse stage : stages) {
            Lane lane = placement.lanes().get(stage.stage());
            before = lane == null || placement.placeOf(stage.stage()).kind() == StagePlace.Kind.NONE
                    ? new Place(stage.stage(), before.lane(), before.workers())
                    : new Place(
                            stage.stage(),
                            lane.name(),
                            placement.placeOf(stage.stage()).workers());
            places.add(before);
        }
        return places;
    }

    private List<StagePlace> pools() {
        Set<Lane> lanes = new LinkedHashSet<>(placement.lanes().values());
        return lanes.stream()
                .map(lane -> lane.stagePlace().orElseThrow())
                .filter(place -> place.kind() == StagePlace.Kind.POOL)
                .toList();
    }
}
