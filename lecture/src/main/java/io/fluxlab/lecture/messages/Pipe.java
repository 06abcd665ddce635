package io.fluxlab.lecture.messages;

import io.fluxlab.process.message.Copy;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/**
 * The parent's end of a pipe to a child, over one request-channel. Nobody waits here: what arrives is a {@link Flux}, and what
 * is sent is kept until the child asks for it. To be used on one thread at a time.
 */
public final class Pipe {

    private final Sinks.Many<Payload> out = Sinks.many().unicast().onBackpressureBuffer();
    private final RSocket connection;
    private final Class<?> type;

    /**
     * A pipe to this child.
     *
     * @param opening the first message: what the child is to do at its end
     */
    public Pipe(RSocket connection, Object opening) {
        this.connection = connection;
        this.type = opening.getClass();
        send(opening);
    }

    /** What the child sends. Opens the pipe at subscription, for once; completes where the child has closed its end. */
    public Flux<Object> received() {
        return Flux.defer(() -> connection.requestChannel(out.asFlux()))
                .map(payload -> Copy.read(payload, type.getClassLoader()));
    }

    /** Sends a copy. */
    public void send(Object message) {
        out.emitNext(Copy.of(message, Opening.MOST_BYTES).payload(), Sinks.EmitFailureHandler.FAIL_FAST);
    }

    /** Sends no more, and the child sees that. Messages still arrive. */
    void close() {
        out.emitComplete(Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
