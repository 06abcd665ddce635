package io.fluxlab.lane;

import io.fluxlab.trace.Tracer;
import java.util.concurrent.Callable;
import reactor.core.publisher.Mono;

/**
 * The threads of another session under one lock: whatever runs on a strand holds it, but for blocking calls. Signals that
 * come from elsewhere, such as the home loop's, need no lock: they are not the interpreter's. A body that goes on after
 * the session was closed goes on without the lock.
 *
 * @param cooperative whether who runs gives way only where it waits or ends, and at no checkpoint
 */
record GilSession(LaneSession threads, InterpreterLock lock, boolean cooperative) implements LaneSession {

    @Override
    public Strand strand() {
        return new Locked(threads.strand(), lock, cooperative);
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        if (!lock.isHeld()) {
            return call.call();
        }
        lock.release();
        try {
            return call.call();
        } finally {
            lock.acquire();
        }
    }

    @Override
    public void checkpoint() {
        if (!cooperative) {
            lock.offer();
        }
    }

    @Override
    public void trace(Tracer tracer) {
        lock.trace(tracer);
    }

    @Override
    public int peakThreads() {
        return threads.peakThreads();
    }

    @Override
    public Mono<Void> close() {
        return Mono.<Void>fromRunnable(lock::close).then(threads.close());
    }

    /** Takes the lock for each command; one for which there is no lock any more is of a run that has ended. */
    private record Locked(Strand strand, InterpreterLock lock, boolean cooperative) implements Strand {

        @Override
        public void execute(Runnable command) {
            strand.execute(() -> {
                if (lock.acquire()) {
                    try {
                        command.run();
                    } finally {
                        lock.release();
                    }
                }
            });
        }

        @Override
        public boolean mayGoOn() {
            if (!cooperative) {
                lock.offer();
            }
            return strand.mayGoOn();
        }
    }
}
