package io.fluxlab.process;

import io.fluxlab.lane.KeptLane;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.pool.Pool;
import io.fluxlab.process.pool.PoolSession;
import io.fluxlab.workload.Workload;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The lane over one pool, whose children stay from run to run and open a new plan for each. */
record KeptProcessLane(ProcessLane lane, Pool pool) implements KeptLane {

    @Override
    public String name() {
        return lane.name();
    }

    @Override
    public String summary() {
        return lane.summary();
    }

    @Override
    public int concurrency(int tasks) {
        return lane.concurrency(tasks);
    }

    @Override
    public int mostConcurrency() {
        return lane.mostConcurrency();
    }

    @Override
    public Optional<String> refusal(Workload<?> workload) {
        return lane.refusal(workload);
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return new PoolSession(pool, Math.min(concurrency, mostConcurrency()), false);
    }

    @Override
    public Mono<Void> close() {
        return pool.close();
    }
}
