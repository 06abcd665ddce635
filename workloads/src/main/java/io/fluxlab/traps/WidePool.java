package io.fluxlab.traps;

import io.fluxlab.catalog.CpuWork;
import io.fluxlab.claim.Claim;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Schedulers for work that computes, each as wide as the machine. Stateless. */
final class WidePool {

    /** Where there is one CPU, two threads still are a pool. */
    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** What one takes. */
    static final Claim CLAIM = Claim.ofThreads(THREADS);

    private WidePool() {}

    /** Opens one with threads of this name, and makes sure that it is known how fast this machine computes. */
    static Scheduler open(String name) {
        CpuWork.calibrate();
        return Schedulers.newParallel(name, THREADS, true);
    }
}
