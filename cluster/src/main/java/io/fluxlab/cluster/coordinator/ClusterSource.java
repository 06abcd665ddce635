package io.fluxlab.cluster.coordinator;

import reactor.core.publisher.Mono;

/** Where a run gets its coordinator from: one of its own, or one that is there. Thread-safe. */
public interface ClusterSource {

    /** The coordinator, once there are workers for so many tasks at once. Starts at subscription. */
    Mono<Coordinator> open(int tasks);

    /** Ends what {@link #open} has made for this run alone. Starts at subscription. */
    Mono<Void> close();
}
