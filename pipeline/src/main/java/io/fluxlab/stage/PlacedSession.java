package io.fluxlab.stage;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.StagePlace;
import io.fluxlab.lane.Strand;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The schedulers of a placement: one for each lane that is named in it, however many stages it has. Thread-safe.
 *
 * @param start where tasks start
 * @param schedulers by the stage; {@link Schedulers#immediate()} for those that stay, none for those on the home loop
 * @param pools the schedulers with their threads
 * @param stageThreads what these threads are called
 */
record PlacedSession(
        LaneSession start, Map<String, Scheduler> schedulers, List<StagePlace.Pool> pools, Set<String> stageThreads)
        implements LaneSession {

    static PlacedSession open(Placement placement, LaneSession start, HomeLoop home) {
        Map<String, Scheduler> schedulers = new HashMap<>();
        Map<Lane, StagePlace.Pool> pools = new LinkedHashMap<>();
        Set<String> threads = new LinkedHashSet<>();
        placement.lanes().forEach((stage, lane) -> {
            StagePlace place = placement.placeOf(stage);
            switch (place.kind()) {
                case HOME -> {} // the task's own
                case NONE -> schedulers.put(stage, Schedulers.immediate());
                case POOL -> {
                    StagePlace.Pool pool = pools.computeIfAbsent(lane, first -> {
                        String name = LabThreads.name(stage);
                        threads.add(name);
                        return place.maker().open(name, home);
                    });
                    schedulers.put(stage, pool.scheduler());
                }
            }
        });
        return new PlacedSession(start, Map.copyOf(schedulers), List.copyOf(pools.values()), Set.copyOf(threads));
    }

    @Override
    public Strand strand() {
        return start.strand();
    }

    @Override
    public boolean interleaves() {
        return start.interleaves();
    }

    @Override
    public @Nullable Scheduler schedulerOf(String stage) {
        return schedulers.get(stage);
    }

    @Override
    public List<SharedResource> shares() {
        return pools.stream().flatMap(pool -> pool.shares().stream()).distinct().toList();
    }

    @Override
    public int peakThreads() {
        return pools.stream().mapToInt(pool -> pool.peakThreads().getAsInt()).sum();
    }

    @Override
    public Mono<Void> close() {
        return Flux.fromIterable(pools).flatMap(StagePlace.Pool::close).then(start.close());
    }
}
