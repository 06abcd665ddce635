package io.fluxlab.server.transport;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.util.DefaultPayload;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Answers on the caller's thread, with what it was asked, and knows how many streams go on. Thread-safe. */
final class EchoResponder implements RSocket {

    private final AtomicInteger running = new AtomicInteger();

    int running() {
        return running.get();
    }

    @Override
    public Mono<Payload> requestResponse(Payload payload) {
        return counted(Flux.just(payload)).next();
    }

    /** As many answers as the request has bytes; none, ever, to a request without. */
    @Override
    public Flux<Payload> requestStream(Payload payload) {
        int bytes = payload.data().readableBytes();
        return counted(bytes == 0 ? Flux.never() : Flux.range(0, bytes).map(i -> payload));
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return counted(Flux.from(payloads).limitRate(8));
    }

    private Flux<Payload> counted(Flux<Payload> payloads) {
        return payloads.map(payload -> DefaultPayload.create(payload.data(), payload.metadata()))
                .doOnSubscribe(subscription -> running.incrementAndGet())
                .doFinally(signal -> running.decrementAndGet());
    }
}
