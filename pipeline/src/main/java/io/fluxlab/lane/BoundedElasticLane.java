package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;

/** On a bounded elastic pool, one thread a task while it runs (lecture: Многопоточность). */
public final class BoundedElasticLane implements Lane {

    private static final int THREADS_PER_CPU = 10;

    @Override
    public String name() {
        return "bounded-elastic";
    }

    @Override
    public String summary() {
        return "on a bounded elastic pool of platform threads, 10 per CPU";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), bound());
    }

    @Override
    public Claim claim(int concurrency) {
        return PoolSession.claimOfElastic(concurrency);
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        return PoolSession.elastic(name(), Math.max(concurrency, bound()), home);
    }

    private static int bound() {
        return THREADS_PER_CPU * Runtime.getRuntime().availableProcessors();
    }
}
