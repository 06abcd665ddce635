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

/**
 * Event loops that leave no channel open when they end, also none that was being opened at that moment, by
 * the system's own means where Netty has them. They start when they are first needed; those that are first needed after
 * they were closed take nothing. Thread-safe.
 */
public final class ClosingLoops {

    private final String prefix;
    private final int count;
    private @Nullable EventLoopGroup group;
    private boolean isClosed;

    private ClosingLoops(String prefix, int count) {
        this.prefix = prefix;
        this.count = count;
    }

    /** So many daemon threads, that must not block, with names that begin with {@code prefix}. */
    public static ClosingLoops of(String prefix, int count) {
        return new ClosingLoops(prefix, count);
    }

    /** The loops, the same for everybody who asks. */
    public synchronized EventLoopGroup group() {
        EventLoopGroup started = group;
        if (started == null) {
            started = new Group(count, prefix);
            group = started;
            if (isClosed) {
                started.shutdownGracefully(0, 0, TimeUnit.MILLISECONDS);
            }
        }
        return started;
    }

    /**
     * Ends the loops at once, and completes when their threads have ended, which the last tasks may hold up for as long as
     * {@code timeout}. Starts at subscription; cancel does not stop it. Those that have ended may be asked once more.
     */
    public Mono<Void> close(Duration timeout) {
        return Mono.create(sink -> {
            Future<?> ended = end(timeout);
            if (ended == null) {
                sink.success();
            } else {
                ended.addListener(over -> sink.success());
            }
        });
    }

    /** Loops that have ended would refuse to be told once more. */
    private synchronized @Nullable Future<?> end(Duration timeout) {
        boolean isFirst = !isClosed;
        isClosed = true;
        EventLoopGroup started = group;
        if (started == null) {
            return null;
        }
        return isFirst
                ? started.shutdownGracefully(0, timeout.toMillis(), TimeUnit.MILLISECONDS)
                : started.terminationFuture();
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
