package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.task.TaskEnvironment;
import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.Callable;
import reactor.core.scheduler.Scheduler;

/**
 * What a run plays on: its loops, its lane's schedulers, the bystander where there is one, where to tell what is done to
 * that; and the right to it all.
 */
record Stage(Loops loops, LaneSession session, Optional<Bystander> bystander, Bystanders.Place place, Lease lease)
        implements TaskEnvironment {

    HomeLoop home() {
        return loops.home();
    }

    TimerThread observer() {
        return loops.observer();
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return session.blocking(call);
    }

    @Override
    public Scheduler timer() {
        return home().scheduler();
    }

    @Override
    public EventLoop loop() {
        return home().loop();
    }
}
