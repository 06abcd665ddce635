package io.fluxlab.loop;

import io.netty.util.concurrent.FastThreadLocalThread;
import reactor.core.scheduler.NonBlocking;

/** An event loop's thread, as Reactor Netty makes them: Reactor refuses to block it, and {@code block()} throws on it. */
final class LoopThread extends FastThreadLocalThread implements NonBlocking {

    /** A daemon thread of this name. */
    LoopThread(Runnable work, String name) {
        super(work, name);
        setDaemon(true);
    }
}
