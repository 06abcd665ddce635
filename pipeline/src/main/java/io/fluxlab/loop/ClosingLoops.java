package io.fluxlab.loop;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoEventLoop;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.resources.LoopResources;

/**
 * Event loops for Reactor Netty that leave no channel open when they end, also none that was being opened at that moment, by
 * the system's own means where Netty has them. They start when they are first needed; those that are first needed after
 * they were disposed of take nothing. Thread-safe.
 */
public final class ClosingLoops implements LoopResources {

    private final String prefix;
    private final int count;
    private @Nullable EventLoopGroup group;
    private boolean isDisposed;

    private ClosingLoops(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
    }

    /** So many daemon threads, that must not block, with names that begin with {@code prefix}. */
    public static ClosingLoops of(String prefix, int count) {
        return new ClosingLoops(prefix, count);
    }

    @Override
    public synchronized EventLoopGroup onServer(boolean useNative) {
        EventLoopGroup started = group;
        if (started == null) {
            started = LoopResources.colocate(new Group(count, prefix));
            group = started;
            if (isDisposed) {
                started.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            }
        }
        return started;
    }

    /** Ends the loops, and completes when their threads have ended. Starts at subscription; cancel does not stop it. */
    @Override
    public Mono<Void> disposeLater(Duration quietPeriod, Duration timeout) {
        return Mono.create(sink -> {
            Future<?> ended = end(quietPeriod, timeout);
            if (ended == null) {
                sink.success();
            } else {
                ended.addListener(over -> sink.success());
            }
        });
    }

    /** Loops that have ended would refuse to be told once more. */
    private synchronized @Nullable Future<?> end(Duration quietPeriod, Duration timeout) {
        boolean isFirst = !isDisposed;
        isDisposed = true;
        EventLoopGroup started = group;
        if (started == null) {
            return null;
        }
        return isFirst
                ? started.shutdownGracefully(quietPeriod.toMillis(), timeout.toMillis(), TimeUnit.MILLISECONDS)
                : started.terminationFuture();
    }

    @Override
    public synchronized boolean isDisposed() {
        return isDisposed;
    }

    private static final class Group extends MultiThreadIoEventLoopGroup {

        Group(int count, String prefix) {
            super(count, new Threads(prefix), io());
        }

        private static IoHandlerFactory io() {
            return Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        }

        @Override
        protected IoEventLoop newChild(Executor executor, IoHandlerFactory io, Object... none) {
            return new ClosingLoop(this, executor, io);
        }
    }

    private static final class Threads extends DefaultThreadFactory {

        Threads(String prefix) {
            super(prefix, true);
        }

        @Override
        protected Thread newThread(Runnable work, String name) {
            return new LoopThread(work, name);
        }
    }
}
