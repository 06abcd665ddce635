package io.fluxlab.workload;

import io.fluxlab.loop.HomeLoop;
import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** A context without a run: it remembers checkpoints, and from some count on it cancels. */
public final class LooseContext implements TaskContext, AutoCloseable {

    private final HomeLoop home = HomeLoop.open("loose-home");
    private final List<Long> checkpoints = Collections.synchronizedList(new ArrayList<>());
    private final int allowed;

    private LooseContext(int allowed) {
        this.allowed = allowed;
    }

    /** Never cancels. */
    public static LooseContext open() {
        return new LooseContext(Integer.MAX_VALUE);
    }

    /** Cancels at the first checkpoint. */
    public static LooseContext cancelled() {
        return new LooseContext(0);
    }

    @Override
    public void checkpoint(long done) {
        if (checkpoints.size() >= allowed) {
            throw new CancellationException();
        }
        checkpoints.add(done);
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    @Override
    public Scheduler timer() {
        return home.scheduler();
    }

    @Override
    public Scheduler scheduler() {
        return Schedulers.immediate();
    }

    @Override
    public EventLoop loop() {
        return home.loop();
    }

    /** Every checkpoint since the last call. */
    public List<Long> takeCheckpoints() {
        List<Long> taken = List.copyOf(checkpoints);
        checkpoints.clear();
        return taken;
    }

    @Override
    public void close() {
        home.close().block();
    }
}
