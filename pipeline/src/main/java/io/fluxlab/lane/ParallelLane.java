package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import reactor.core.scheduler.Schedulers;

/** On one thread per CPU: what multiprocessing is for in Python (lecture: Многопроцессность). */
public final class ParallelLane implements Lane {

    @Override
    public String name() {
        return "parallel";
    }

    @Override
    public String summary() {
        return "on one platform thread per CPU";
    }

    @Override
    public int concurrency(int tasks) {
        return Math.min(Math.max(1, tasks), Runtime.getRuntime().availableProcessors());
    }

    @Override
    public Claim claim(int concurrency) {
        return Claim.ofThreads(Math.min(concurrency, Runtime.getRuntime().availableProcessors()));
    }

    @Override
    public LaneSession open(HomeLoop home, int concurrency) {
        CountingThreads threads = new CountingThreads(LabThreads.name(name()), false);
        int cpus = Runtime.getRuntime().availableProcessors();
        return new PoolSession(Schedulers.newParallel(cpus, threads), threads, home);
    }
}
