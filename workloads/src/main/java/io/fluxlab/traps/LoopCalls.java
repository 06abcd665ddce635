package io.fluxlab.traps;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;

/**
 * Blocking calls on event loops, which nobody else can end: a loop that is blocked learns neither that its connections are
 * closed nor that it is disposed of. Thread-safe.
 */
final class LoopCalls {

    private final Set<Thread> blocked = new HashSet<>();
    private boolean closed;

    /**
     * Makes the call on this thread. {@link #close} interrupts it.
     *
     * @throws CancellationException if they are closed already
     * @throws Exception what the call throws
     */
    <T> T call(Callable<T> blocking) throws Exception {
        enter(Thread.currentThread());
        try {
            return blocking.call();
        } finally {
            leave(Thread.currentThread());
        }
    }

    private synchronized void enter(Thread thread) {
        if (closed) {
            throw new CancellationException("the run has ended");
        }
        blocked.add(thread);
    }

    /** The interrupt of a call that was just about to return must not go on to what the loop does next. */
    private synchronized void leave(Thread thread) {
        blocked.remove(thread);
        if (closed) {
            Thread.interrupted();
        }
    }

    /** Interrupts the calls that there are, and refuses those that come later. Idempotent. */
    synchronized void close() {
        closed = true;
        blocked.forEach(Thread::interrupt);
    }
}
