package io.fluxlab.server.transport;

import io.rsocket.Payload;
import io.rsocket.RSocket;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A responder whose response streams wait at the gate of their connection. */
final class GuardedResponder implements RSocket {

    private final RSocket responder;
    private final DemandGate gate;

    GuardedResponder(RSocket responder, DemandGate gate) {
        this.responder = responder;
        this.gate = gate;
    }

    @Override
    public Mono<Payload> requestResponse(Payload payload) {
        return responder.requestResponse(payload);
    }

    @Override
    public Flux<Payload> requestStream(Payload payload) {
        return gated(responder.requestStream(payload));
    }

    @Override
    public Flux<Payload> requestChannel(Publisher<Payload> payloads) {
        return gated(responder.requestChannel(untilOver(payloads)));
    }

    /**
     * Where a channel's requests end in an error, be it the peer's own, RSocket has given the channel up and cancels the
     * answer: an error made of this one would have nobody to go to.
     */
    private static Flux<Payload> untilOver(Publisher<Payload> payloads) {
        return Flux.from(payloads).onErrorResume(over -> Flux.empty());
    }

    private Flux<Payload> gated(Flux<Payload> responses) {
        return new GatedFlux<>(responses, gate, response -> response.data().readableBytes());
    }

    @Override
    public void dispose() {
        responder.dispose();
    }

    @Override
    public boolean isDisposed() {
        return responder.isDisposed();
    }

    @Override
    public Mono<Void> onClose() {
        return responder.onClose();
    }
}
