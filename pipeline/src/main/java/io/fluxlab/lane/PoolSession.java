package io.fluxlab.lane;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Tasks on the workers of one of Reactor's schedulers. */
final class PoolSession implements LaneSession {

    private final Scheduler scheduler;
    private final CountingThreads threads;

    private PoolSession(Scheduler scheduler, CountingThreads threads) {
        this.scheduler = scheduler;
        this.threads = threads;
    }

    /** {@code scheduler} makes its threads by {@code threads}. */
    static PoolSession of(Scheduler scheduler, CountingThreads threads) {
        scheduler.init();
        return new PoolSession(scheduler, threads);
    }

    @Override
    public Strand strand() {
        Scheduler.Worker worker = scheduler.createWorker();
        return new Strand() {
            @Override
            public void execute(Runnable command) {
                worker.schedule(command);
            }

            @Override
            public void dispose() {
                worker.dispose();
            }
        };
    }

    @Override
    public int peakThreads() {
        return threads.peak();
    }

    @Override
    public Mono<Void> close() {
        return Mono.fromRunnable(scheduler::dispose);
    }
}
