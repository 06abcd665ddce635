package io.fluxlab.loop;

import io.netty.channel.IoHandle;
import io.netty.channel.IoHandler;
import io.netty.channel.IoHandlerContext;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.IoRegistration;
import io.netty.channel.SingleThreadIoEventLoop;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.channels.ClosedSelectorException;

/**
 * An event loop on Java's selectors that leaves no channel open when it ends. Netty's own closes what is registered if it
 * finds before its tasks that it is to end. Where it learns of that later, because a task has held it, and where one of
 * its last tasks registers a channel, that channel stays open with nobody left to close it.
 */
final class ClosingLoop extends SingleThreadIoEventLoop {

    ClosingLoop(String threadName) {
        super(null, new DefaultThreadFactory(threadName, true), Selectors.factory());
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
    private static final class Selectors implements IoHandler {

        private final IoHandler selectors;
        private boolean isClosing;

        Selectors(IoHandler selectors) {
            this.selectors = selectors;
        }

        static IoHandlerFactory factory() {
            IoHandlerFactory selectors = NioIoHandler.newFactory();
            return loop -> new Selectors(selectors.newHandler(loop));
        }

        @Override
        public void initialize() {
            selectors.initialize();
        }

        @Override
        public int run(IoHandlerContext context) {
            return selectors.run(context);
        }

        @Override
        public void prepareToDestroy() {
            isClosing = true;
            selectors.prepareToDestroy();
        }

        @Override
        public void destroy() {
            selectors.destroy();
        }

        /** Netty closes a channel that can't be registered. */
        @Override
        public IoRegistration register(IoHandle handle) throws Exception {
            if (isClosing) {
                throw new ClosedSelectorException();
            }
            return selectors.register(handle);
        }

        @Override
        public void wakeup() {
            selectors.wakeup();
        }

        @Override
        public boolean isCompatible(Class<? extends IoHandle> handleType) {
            return selectors.isCompatible(handleType);
        }
    }
}
