package io.fluxlab.server.metrics;

import io.micrometer.core.instrument.Timer;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How late event loops are: each is to do nothing every tenth of a second, and the time by which it is late for that is
 * recorded, until this is closed. Thread-safe.
 */
public final class LoopLag implements AutoCloseable {

    private static final long PERIOD_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final List<ScheduledFuture<?>> probes = new ArrayList<>();

    LoopLag(Iterable<EventExecutor> loops, Timer lag) {
        loops.forEach(loop -> probes.add(loop.scheduleAtFixedRate(
                new Probe(lag, System.nanoTime() + PERIOD_NANOS), PERIOD_NANOS, PERIOD_NANOS, TimeUnit.NANOSECONDS)));
    }

    @Override
    public void close() {
        probes.forEach(probe -> probe.cancel(false));
    }

    /** Confined to one loop. */
    private static final class Probe implements Runnable {

        private final Timer lag;
        private long dueNanos;

        Probe(Timer lag, long dueNanos) {
            this.lag = lag;
            this.dueNanos = dueNanos;
        }

        @Override
        public void run() {
            lag.record(Math.max(0, System.nanoTime() - dueNanos), TimeUnit.NANOSECONDS);
            dueNanos += PERIOD_NANOS;
        }
    }
}
