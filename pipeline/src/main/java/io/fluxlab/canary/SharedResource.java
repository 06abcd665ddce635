package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import io.netty.util.concurrent.EventExecutor;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;

/**
 * Something that a lane's tasks share with others, and can harm: what a canary is put beside. Implementations are
 * thread-safe.
 */
public interface SharedResource {

    /** A canary beside it that is due at this pace, for which {@code driver} does what is due. It is not started yet. */
    Canary canary(TimerThread driver, Pace pace);

    /**
     * The timers of a scheduler: those of everybody who delays, times out or repeats on it.
     *
     * @param name what the scheduler is called
     * @param isOwn whether the recommendation has nobody else use it
     */
    static SharedResource timers(String name, Scheduler scheduler, boolean isOwn) {
        return (driver, pace) -> new TimerProbe(scheduler).canary(name, isOwn, driver, pace);
    }

    /**
     * The workers of a pool.
     *
     * @param name what the pool is called
     * @param next where whoever wants a worker now would get one: must not take one away from the tasks
     * @param isOwn whether the recommendation has nobody else use it
     */
    static SharedResource workers(String name, Supplier<Executor> next, boolean isOwn) {
        return (driver, pace) -> new WorkerProbe(next).canary(name, isOwn, driver, pace);
    }

    /** The carriers of virtual threads: all virtual threads of a JVM share them. */
    static SharedResource carriers() {
        return CarrierCanary.CARRIERS;
    }

    /** An event loop. */
    static SharedResource loop(EventExecutor loop) {
        return (driver, pace) -> new LoopProbe(loop).canary(driver, pace);
    }
}
