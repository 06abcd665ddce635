package io.fluxlab.lecture.green;

import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Subscribers to {@link Mono#delay}: one thread keeps the time for all, and none sleeps. */
final class SleepingSubscribers extends SleepingCrowd {

    private final Scheduler timer = Schedulers.newSingle("green-timer", true);
    private final Duration sleep;

    SleepingSubscribers(Duration sleep) {
        this.sleep = sleep;
    }

    @Override
    void start() {
        begins();
        Mono.delay(sleep, timer).repeat(() -> !isOver()).subscribe(tick -> {}, error -> ends(), this::ends);
    }

    @Override
    boolean allHaveEnded() {
        return asleep() == 0;
    }

    @Override
    public void close() {
        timer.dispose();
    }
}
