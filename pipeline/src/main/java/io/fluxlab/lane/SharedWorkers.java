package io.fluxlab.lane;

import io.fluxlab.canary.SharedResource;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A pool of which others want workers, too. While it has room for more than its tasks have taken, whoever wants one gets a
 * new one: a spare thread outside the pool stands for that, so that it takes no room away. Once the tasks have taken all,
 * one waits in the pool itself. Thread-safe.
 */
final class SharedWorkers implements LaneSession {

    private final PoolSession pool;
    private final int most;
    private final String name;
    private final boolean isOwn;
    private final PoolSession spare;
    private final Executor spareWorker;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * With the workers of a pool.
     *
     * @param most how many there can be
     * @param isOwn whether the recommendation has nobody use it but the tasks
     */
    SharedWorkers(PoolSession pool, int most, String name, boolean isOwn, HomeLoop home) {
        this.pool = pool;
        this.most = most;
        this.name = name;
        this.isOwn = isOwn;
        CountingThreads threads = new CountingThreads(LabThreads.name(name + "-spare"), true);
        this.spare = new PoolSession(Schedulers.newSingle(threads), threads, home);
        this.spareWorker = spare.strand();
    }

    @Override
    public Strand strand() {
        Strand strand = new TurnTaking(pool.strand());
        taken.incrementAndGet();
        return strand;
    }

    @Override
    public List<SharedResource> shares() {
        return List.of(SharedResource.workers(name, this::next, isOwn));
    }

    private Executor next() {
        return taken.get() < most ? spareWorker : pool.scheduler()::schedule;
    }

    @Override
    public int peakThreads() {
        return pool.peakThreads();
    }

    @Override
    public Mono<Void> close() {
        return spare.close().then(pool.close());
    }
}
