package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.crew.Patience;
import io.fluxlab.process.message.Copy;
import io.rsocket.Payload;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.reactivestreams.Publisher;
import reactor.core.publisher.FluxSink;

/**
 * One end of a pipe between two processes, for a thread that waits: the lecture's {@code send} and {@code recv}. Nothing is
 * between it and the socket: the thread that sends a message copies and writes it, once the other end has asked for one. To
 * be used by one thread.
 */
final class PipeEnd {

    private static final int MOST_ASKED = 1 << 20;

    private final FluxSink<Payload> out;
    private final Inbox in;
    private final Patience patience;
    private final Semaphore asked = new Semaphore(0);

    /** An end that sends to one side and receives what the other says. */
    PipeEnd(FluxSink<Payload> out, Publisher<Payload> in, Patience patience) {
        this.out = out;
        this.in = new Inbox(patience);
        this.patience = patience;
        out.onRequest(more -> asked.release((int) Math.min(more, MOST_ASKED)));
        in.subscribe(this.in);
    }

    /** Sends a copy, once the other end has room for it. */
    void send(Object message) throws InterruptedException {
        Copy copy = Copy.of(message, Opening.MOST_BYTES);
        if (!asked.tryAcquire(patience.limit().toNanos(), TimeUnit.NANOSECONDS)) {
            throw patience.inVain("the other end of a pipe to ask for a message");
        }
        out.next(copy.payload());
    }

    /** The next message; empty where the other end is closed, or lost. */
    Optional<Object> receive() throws InterruptedException {
        return in.receive();
    }

    /** Sends no more, and the other end sees that. Messages still arrive. */
    void close() {
        out.complete();
    }
}
