package io.fluxlab.blocking;

import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Allows what the lab does with the platform's pools on event loops: a task of a run's clock is cancelled, a pool is shut
 * down, or gets another thread. Each takes a lock of the pool's that nobody holds for longer than some instructions, and
 * parks where it meets another thread there; Reactor allows its own schedulers the like. Nothing that a body does is allowed
 * by this. Thread-safe; found by BlockHound as a service.
 */
public final class BriefLocks implements BlockHoundIntegration {

    private static final String POOL = ThreadPoolExecutor.class.getName();
    private static final String QUEUE = ScheduledThreadPoolExecutor.class.getName() + "$DelayedWorkQueue";

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(QUEUE, "remove")
                .allowBlockingCallsInside(POOL, "shutdown")
                .allowBlockingCallsInside(POOL, "addWorker");
    }
}
