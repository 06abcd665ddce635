package io.fluxlab.lecture.processes;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.process.child.Child;
import io.fluxlab.process.message.Errors;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.util.DefaultPayload;
import java.io.IOException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The parent's part of a conversation. Immutable; thread-safe.
 *
 * @param patience how long it waits for one answer
 * @param clock that tells how long
 */
record Asking(Patience patience, Scheduler clock) {

    /** The one answer to a question, on the loop of the children. Asks at subscription; cancel gives the question up. */
    <A> Mono<A> ask(Child child, Record question, Class<A> answer) {
        return answers(child, question, answer).single();
    }

    /** Asks a child something that has several answers. Starts at subscription. */
    <A> Flux<A> answers(Child child, Record question, Class<A> answer) {
        long process = child.process().pid();
        return Flux.defer(
                        () -> child.connection().requestStream(DefaultPayload.create(WireFormat.CBOR.write(question))))
                .map(payload -> read(payload, answer))
                .onErrorMap(Errors::arrived)
                .onErrorMap(
                        IOException.class,
                        error -> Errors.processFailed("process %d was lost before it had answered: %s"
                                .formatted(process, error.getMessage())))
                .timeout(patience.limit(), Mono.error(() -> patience.inVain("an answer of process " + process)), clock);
    }

    private static <A> A read(Payload payload, Class<A> answer) {
        try {
            return WireFormat.CBOR.read(new ByteBufInputStream(payload.sliceData()), answer);
        } finally {
            payload.release();
        }
    }
}
