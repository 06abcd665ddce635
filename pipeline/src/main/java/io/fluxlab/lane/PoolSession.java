package io.fluxlab.lane;

import io.fluxlab.loop.HomeLoop;
import java.time.Duration;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tasks on the workers of one of Reactor's schedulers, which makes its threads by {@code threads}. */
final class PoolSession implements LaneSession {

    /** How long a thread that ignores its interrupt is waited for. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private final Scheduler scheduler;
    private final CountingThreads threads;
    private final HomeLoop home;

    PoolSession(Scheduler scheduler, CountingThreads threads, HomeLoop home) {
        this.scheduler = scheduler;
        this.threads = threads;
        this.home = home;
        scheduler.init();
    }

    @Override
    public Strand strand() {
        Scheduler.Worker worker = scheduler.createWorker();
        return worker::schedule;
    }

    @Override
    public int peakThreads() {
        return threads.peak();
    }

    @Override
    public Mono<Void> close() {
        return Mono.<Void>fromRunnable(scheduler::dispose)
                .then(threads.ended())
                .timeout(GRACE, Mono.empty(), home.scheduler());
    }
}
