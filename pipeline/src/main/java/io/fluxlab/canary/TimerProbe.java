package io.fluxlab.canary;

import io.fluxlab.loop.Pace;
import io.fluxlab.loop.TimerThread;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A {@code Mono.delay} on a scheduler that tasks run on. */
record TimerProbe(Scheduler scheduler) implements Probe {

    /** A scheduler has more threads than one, and each timer its thread: who waits for one is not to speak for all. */
    private static final ProbeCanary.Sending SENDING = new ProbeCanary.Sending(64, true);

    Canary canary(String name, boolean isOwn, TimerThread driver, Pace pace) {
        return new ProbeCanary(
                this, SENDING, driver, pace, latency -> new CanaryReading(CanaryKind.TIMER, name, isOwn, latency));
    }

    @Override
    public void send(Duration untilDue, Runnable answer) {
        Mono.delay(untilDue, scheduler).subscribe(fired -> answer.run(), gone -> {});
    }
}
