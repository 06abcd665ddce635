package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import io.netty.util.concurrent.EventExecutor;
import java.time.Duration;

/** Something to do that takes no time, for an event loop, which tells the name of its thread by the way. */
final class LoopProbe implements Probe {

    /** One thread does one thing after the other: the first answer says when all that wait would have had theirs. */
    private static final ProbeCanary.Sending SENDING = new ProbeCanary.Sending(1, false);

    private final EventExecutor loop;
    private volatile String threadName = "loop";

    LoopProbe(EventExecutor loop) {
        this.loop = loop;
    }

    Canary canary(TimerThread driver, Pace pace) {
        return new ProbeCanary(
                this, SENDING, driver, pace, latency -> new CanaryReading(CanaryKind.LOOP, threadName, false, latency));
    }

    @Override
    public void send(Duration untilDue, Runnable answer) {
        loop.execute(() -> {
            threadName = Thread.currentThread().getName();
            answer.run();
        });
    }
}
