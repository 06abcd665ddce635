package io.fluxlab.loop;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * One event-loop thread, made for one run. Thread-safe. Whoever opens it closes it.
 */
public final class HomeLoop {

    private static final long CLOSE_WITHIN_MILLIS = 500;

    private final EventLoopGroup group;
    private final EventLoop loop;
    private final Scheduler scheduler;

    private HomeLoop(String threadName) {
        this.group = new MultiThreadIoEventLoopGroup(
                1, new DefaultThreadFactory(threadName, true), NioIoHandler.newFactory());
        this.loop = group.next();
        this.scheduler = Schedulers.fromExecutorService(loop, threadName);
    }

    /** Starts a loop whose only thread carries this name. */
    public static HomeLoop open(String threadName) {
        return new HomeLoop(threadName);
    }

    /** The loop, as Netty's channels want it. */
    public EventLoop loop() {
        return loop;
    }

    /** The loop, as Reactor's operators want it. Not to be disposed of: that would end the loop. */
    public Scheduler scheduler() {
        return scheduler;
    }

    /** Completes, on any thread, once the loop's thread has ended. Starts at subscription; cancel does not stop it. */
    public Mono<Void> close() {
        return Mono.create(sink -> group.shutdownGracefully(0, CLOSE_WITHIN_MILLIS, TimeUnit.MILLISECONDS)
                .addListener(ended -> sink.success()));
    }
}
