package io.fluxlab.comparison;

import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.Lane;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The lanes of one comparison, or of one search; those that keep something between runs are closed with it. Immutable.
 *
 * @param lanes by which runs are made
 * @param kept what is to be closed
 */
public record KeptLanes(List<Lane> lanes, List<KeptLane> kept) {

    /** These lanes, each of which may keep something until {@link #close}. */
    public static KeptLanes of(List<Lane> lanes) {
        List<Lane> all = new ArrayList<>();
        List<KeptLane> kept = new ArrayList<>();
        for (Lane lane : lanes) {
            Optional<KeptLane> keeping = lane.keep();
            keeping.ifPresent(kept::add);
            all.add(keeping.map(KeptLane::lane).orElse(lane));
        }
        return new KeptLanes(all, kept);
    }

    /** Nothing is kept. */
    static KeptLanes none(List<Lane> lanes) {
        return new KeptLanes(lanes, List.of());
    }

    /** Closes them all. Starts at subscription. */
    public Mono<Void> close() {
        return Flux.fromIterable(kept)
                .concatMapDelayError(KeptLane::close, true, 1)
                .then();
    }
}
