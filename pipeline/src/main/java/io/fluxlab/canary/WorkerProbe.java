package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** Something to do that takes no time, for the next worker of a pool. */
record WorkerProbe(Supplier<Executor> next) implements Probe {

    /** One at a time, so that a pool that is starved of CPU starts no threads for those that wait. */
    private static final ProbeCanary.Sending SENDING = new ProbeCanary.Sending(1, false);

    Canary canary(String name, boolean isOwn, TimerThread driver, Pace pace) {
        return new ProbeCanary(
                this, SENDING, driver, pace, latency -> new CanaryReading(CanaryKind.WORKER, name, isOwn, latency));
    }

    @Override
    public void send(Duration untilDue, Runnable answer) {
        next.get().execute(answer);
    }
}
