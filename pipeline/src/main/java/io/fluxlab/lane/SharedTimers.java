package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import java.util.List;
import reactor.core.publisher.Mono;

/** A pool on whose threads timers fire, between two tasks. Thread-safe. */
record SharedTimers(PoolSession pool, List<SharedResource> shares) implements LaneSession {

    /**
     * With the timers of a pool.
     *
     * @param isOwn whether the recommendation has no timers there but the tasks' own
     */
    static SharedTimers of(PoolSession pool, String name, boolean isOwn) {
        return new SharedTimers(pool, List.of(SharedResource.timers(name, pool.scheduler(), isOwn)));
    }

    @Override
    public Strand strand() {
        return new TurnTaking(pool.strand());
    }

    @Override
    public int peakThreads() {
        return pool.peakThreads();
    }

    @Override
    public Mono<Void> close() {
        return pool.close();
    }
}
