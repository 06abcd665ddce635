package io.fluxlab.lane;

import io.fluxlab.claim.Claim;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Tasks on the workers of one of Reactor's schedulers, which makes its threads by {@code threads}. */
final class PoolSession implements LaneSession {

    /** How long a thread that ignores its interrupt is waited for. */
    private static final Duration GRACE = Duration.ofMillis(500);

    private static final int IDLE_SECONDS = 60;

    private final Scheduler scheduler;
    private final CountingThreads threads;
    private final HomeLoop home;
    private final Queue<Scheduler.Worker> taken = new ConcurrentLinkedQueue<>();

    PoolSession(Scheduler scheduler, CountingThreads threads, HomeLoop home) {
        this.scheduler = scheduler;
        this.threads = threads;
        this.home = home;
        scheduler.init();
    }

    /** A thread for each strand, up to {@code most}, on which blocking is allowed. */
    static PoolSession elastic(String name, int most, HomeLoop home) {
        return elastic(LabThreads.name(name), most, Integer.MAX_VALUE, home);
    }

    /** As many threads of this name as are needed, up to {@code most}, each with a queue that is no longer than that. */
    static PoolSession elastic(String threadName, int most, int queue, HomeLoop home) {
        CountingThreads threads = new CountingThreads(threadName, true);
        return new PoolSession(Schedulers.newBoundedElastic(most, queue, threads, IDLE_SECONDS), threads, home);
    }

    /**
     * This pool, with the workers of so many strands taken. A parallel scheduler deals its threads out in turn, to timers as
     * to workers: a timer between two strands would have both on one thread.
     */
    PoolSession withStrands(int count) {
        for (int i = 0; i < count; i++) {
            taken.add(scheduler.createWorker());
        }
        return this;
    }

    Scheduler scheduler() {
        return scheduler;
    }

    /** The scheduler alone, for who needs no more. */
    StagePlace.Pool asPool() {
        return new StagePlace.Pool(scheduler, this::peakThreads, close(), List.of());
    }

    /** What so many strands of {@link #elastic} take: a thread each, and one that looks for those that are idle. */
    static Claim claimOfElastic(int strands) {
        return Claim.ofThreads(strands + 1L);
    }

    @Override
    public Strand strand() {
        Scheduler.Worker first = taken.poll();
        Scheduler.Worker worker = first == null ? scheduler.createWorker() : first;
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
