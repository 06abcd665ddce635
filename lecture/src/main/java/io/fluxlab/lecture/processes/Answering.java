package io.fluxlab.lecture.processes;

import io.fluxlab.process.message.Errors;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.ByteBufInputStream;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The child's part of a conversation: answers one question after the other, always on the same thread, which may block.
 * Thread-safe. A question that is given up interrupts the thread where it is being answered.
 *
 * @param <Q> what the parent asks
 */
final class Answering<Q> implements RSocket {

    private final Class<Q> question;
    private final Function<Q, ? extends Publisher<?>> answers;
    private final Scheduler thread = Schedulers.newSingle("answers", true); // ends with its process

    Answering(Class<Q> question, Function<Q, ? extends Publisher<?>> answers) {
        this.question = question;
        this.answers = answers;
    }

    @Override
    public Flux<Payload> requestStream(Payload request) {
        Q asked = WireFormat.CBOR.read(new ByteBufInputStream(request.sliceData()), question);
        return Flux.<Object>defer(() -> Flux.from(answers.apply(asked)))
                .map(answer -> DefaultPayload.create(WireFormat.CBOR.write(answer)))
                .onErrorMap(Errors::of)
                .subscribeOn(thread);
    }
}
