package io.fluxlab.run;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.task.TaskEnvironment;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * What the tasks of a run in this JVM find: its home loop, the lane's way to block, the run's clock, and what its subscriber has
 * put into Reactor's context. Thread-safe.
 */
record RunEnvironment(HomeLoop home, LaneSession session, RunClock clock, Context context) implements TaskEnvironment {

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return session.blocking(call);
    }

    @Override
    public Scheduler scheduler(String stage, Supplier<Scheduler> own) {
        Scheduler placed = session.schedulerOf(stage);
        return placed == null ? own.get() : placed;
    }

    @Override
    public Scheduler timer() {
        return home.scheduler();
    }

    @Override
    public EventLoop loop() {
        return home.loop();
    }

    @Override
    public long nanoTime() {
        return clock.nanoTime();
    }
}
