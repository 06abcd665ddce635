package io.fluxlab.benchmarks;

import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import reactor.core.scheduler.Scheduler;

/** What a task's body sees where there is no run around it. */
final class NoRun implements TaskContext {

    @Override
    public void checkpoint(long done) {}

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    @Override
    public Scheduler timer() {
        throw new UnsupportedOperationException("no run, no timer");
    }

    @Override
    public EventLoop loop() {
        throw new UnsupportedOperationException("no run, no loop");
    }
}
