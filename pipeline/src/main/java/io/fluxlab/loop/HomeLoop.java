package io.fluxlab.loop;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One event-loop thread, made for one run, with the channels on it. As on any loop of Reactor Netty's, Reactor refuses to
 * block it: {@code block()} throws there. Thread-safe. Whoever opens it closes it.
 */
public final class HomeLoop {

    private static final long CLOSE_WITHIN_MILLIS = 500;

    private static final AtomicInteger OPEN = new AtomicInteger();

    private final String threadName;
    private final EventLoop loop;
    private final Scheduler scheduler;

    private HomeLoop(String threadName) {
        this.threadName = threadName;
        this.loop = new ClosingLoop(threadName);
        this.scheduler = Schedulers.fromExecutorService(loop, threadName);
        OPEN.incrementAndGet();
        loop.terminationFuture().addListener(ended -> OPEN.decrementAndGet());
    }

    /** Starts a loop whose only thread carries this name. */
    public static HomeLoop open(String threadName) {
        return new HomeLoop(threadName);
    }

    /** How many there are in this JVM whose thread has not ended: one for each run at the least. */
    public static int open() {
        return OPEN.get();
    }

    /** What its thread is called. */
    public String threadName() {
        return threadName;
    }

    /** The loop, as Netty's channels want it. */
    public EventLoop loop() {
        return loop;
    }

    /** The loop, as Reactor's operators want it. Not to be disposed of: that would end the loop. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /**
     * Closes every channel that is registered with the loop, and those that still come to be, and completes, on any
     * thread, once the loop's thread has ended: where a task holds it, that is when the task lets go. Starts at
     * subscription; cancel does not stop it.
     */
    public Mono<Void> close() {
        return Mono.create(sink -> loop.shutdownGracefully(0, CLOSE_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                .addListener(ended -> sink.success()));
    }
}
