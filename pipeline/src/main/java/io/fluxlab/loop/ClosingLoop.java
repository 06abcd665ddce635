package io.fluxlab.loop;

import io.netty.channel.IoEventLoopGroup;
import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import java.nio.channels.ClosedSelectorException;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;

/**
 * An event loop that leaves no channel open when it ends. Netty's own closes what is registered if it
 * finds before its tasks that it is to end. Where it learns of that later, because a task has held it, and where one of
 * its last tasks registers a channel, that channel stays open with nobody left to close it.
 */
final class ClosingLoop extends SingleThreadIoEventLoop {

    /** On Java's selectors, with a thread of its own of this name. */
    ClosingLoop(String threadName) {
        super(
                null,
                (ThreadFactory) work -> new LoopThread(work, threadName),
                Closing.factory(NioIoHandler.newFactory()));
    }

    /** One of a group, on whatever the factory makes. */
    ClosingLoop(IoEventLoopGroup group, Executor executor, IoHandlerFactory io) {
        super(group, executor, Closing.factory(io));
    }

    /** Asked for what takes care of the channels, it names that and not what is around it. */
    @Override
    public boolean isIoType(Class<? extends IoHandler> handlerType) {
        return handlerType.isInstance(((Closing) ioHandler()).io);
    }

    /** Called each time before what may be the last tasks, so that those learn that their channels are closed. */
    @Override
    protected boolean confirmShutdown() {
        if (isShuttingDown()) {
            ioHandler().prepareToDestroy();
        }
        return super.confirmShutdown();
    }

    /** Takes no more channels once it has begun to close them. Confined to the loop, but for {@link #wakeup}. */
    private static final class Closing implements IoHandler {

        private final IoHandler io;
        private boolean isClosing;

        Closing(IoHandler io) {
            this.io = io;
        }

        static IoHandlerFactory factory(IoHandlerFactory io) {
            return loop -> new Closing(io.newHandler(loop));
        }

        @Override
        public void initialize() {
            io.initialize();
        }

        @Override
        public int run(IoHandlerContext context) {
            return io.run(context);
        }

        @Override
        public void prepareToDestroy() {
            isClosing = true;
            io.prepareToDestroy();
        }

        @Override
        public void destroy() {
            io.destroy();
        }

        /** Netty closes a channel that can't be registered. */
        @Override
        public IoRegistration register(IoHandle handle) throws Exception {
            if (isClosing) {
                throw new ClosedSelectorException();
            }
            return io.register(handle);
        }

        @Override
        public void wakeup() {
            io.wakeup();
        }

        @Override
        public boolean isCompatible(Class<? extends IoHandle> handleType) {
            return io.isCompatible(handleType);
        }
    }
}
