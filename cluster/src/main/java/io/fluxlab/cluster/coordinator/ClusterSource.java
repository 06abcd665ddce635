package io.fluxlab.cluster.coordinator;

import reactor.core.publisher.Mono;

/** Where a run gets its coordinator from: one of its own, or one that is there. Thread-safe. */
public interface ClusterSource {

    /** The coordinator, once there are workers for so many tasks at once. Starts at subscription. */
    Mono<Coordinator> open(int tasks);

    /** One that is there, and stays: it may have no workers yet. */
    static ClusterSource of(Coordinator coordinator) {
        return new ClusterSource() {
            @Override
            public Mono<Coordinator> open(int tasks) {
                return Mono.just(coordinator);
            }

            @Override
            public Mono<Void> close() {
                return Mono.empty();
            }
        };
    }

    /** Ends what {@link #open} has made for this run alone. Starts at subscription. */
    Mono<Void> close();
}
