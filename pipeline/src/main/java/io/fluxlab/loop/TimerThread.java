package io.fluxlab.loop;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One thread that does things when they are due, made for one run. It is no event loop: Netty's on Java's selectors sleeps
 * for whole milliseconds and spins for what is left of them, which costs up to half a millisecond of CPU time each time.
 *
 * <p>Thread-safe. Whoever opens it closes it.
 */
public final class TimerThread {

    private final Timer timer;
    private final Scheduler scheduler;

    private TimerThread(String name) {
        this.timer = new Timer(name, Sinks.empty());
        this.scheduler = Schedulers.fromExecutorService(timer, name);
    }

    /** Starts a thread of this name. */
    public static TimerThread open(String name) {
        return new TimerThread(name);
    }

    /**
     * Does something as soon as what is due before has been done.
     *
     * @throws RejectedExecutionException once it is being closed, as the other methods do
     */
    public void execute(Runnable action) {
        timer.execute(action);
    }

    /** Does something after a while; what is not yet due when it is being closed is never done. */
    public void schedule(Duration delay, Runnable action) {
        timer.schedule(action, delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Does something now and whenever a period is over, until it throws or is cancelled. */
    public Future<?> scheduleAtFixedRate(Duration period, Runnable action) {
        return timer.scheduleAtFixedRate(action, 0, period.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** The thread, as Reactor's operators want it. Not to be disposed of: that would end the thread. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Completes, on the thread itself, when it has nothing more to do. Lazy; a late subscriber is told at once. */
    public Mono<Void> ended() {
        return timer.ended.asMono();
    }

    /** Lets it end, and completes as {@link #ended} does. Starts at subscription; cancel does not stop it. */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            timer.shutdown();
            return ended();
        });
    }

    private static final class Timer extends ScheduledThreadPoolExecutor {
        private final Sinks.Empty<Void> ended;

        Timer(String name, Sinks.Empty<Void> ended) {
            super(1, work -> thread(work, name, ended));
            this.ended = ended;
            setRemoveOnCancelPolicy(true);
            setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
            prestartCoreThread(); // the one that tells of its end
        }

        private static Thread thread(Runnable work, String name, Sinks.Empty<Void> ended) {
            Thread thread = new Thread(
                    () -> {
                        work.run();
                        Thread.interrupted(); // the pool's, which is of no concern to whoever hears of the end
                        ended.tryEmitEmpty();
                    },
                    name);
            thread.setDaemon(true);
            return thread;
        }
    }
}
