package io.fluxlab.catalog;

import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import reactor.netty.resources.LoopResources;

/**
 * Somebody else's loop as Reactor Netty wants it; disposing of it has no effect on the loop. A record, because Reactor
 * Netty has one connection pool for equal resources.
 */
record OneLoop(EventLoop loop) implements LoopResources {

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return loop;
    }
}
