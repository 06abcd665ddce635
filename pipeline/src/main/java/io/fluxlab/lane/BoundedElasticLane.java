package io.fluxlab.lane;

import io.fluxlab.loop.HomeLoop;
import reactor.core.scheduler.Schedulers;

/** On a bounded elastic pool, one thread a task while it runs (lecture: Многопоточность). */
public final class BoundedElasticLane implements Lane {

    private static final int THREADS_PER_CPU = 10;
    private static final int IDLE_SECONDS = 60;

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
    public LaneSession open(HomeLoop home, int concurrency) {
        CountingThreads threads = new CountingThreads(name(), true);
        int most = Math.max(concurrency, bound());
        return new PoolSession(
                Schedulers.newBoundedElastic(most, Integer.MAX_VALUE, threads, IDLE_SECONDS), threads, home);
    }

    private static int bound() {
        return THREADS_PER_CPU * Runtime.getRuntime().availableProcessors();
    }
}
