package io.fluxlab.server.transport;

import java.util.function.ToIntFunction;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;

/**
 * Passes the subscriber's demand on in batches, and only while a {@link DemandGate} is open. Never asks for more than the
 * subscriber did, so nothing is prefetched and nothing goes stale on the way.
 *
 * <p>Subscribers get their subscription at once, even if the source hands out its own later: RSocket's responder fails
 * the whole connection when a REQUEST_N frame comes before it.
 *
 * <p>Written by hand because every composition (such as {@code concatMap} with a signal) either prefetches beyond the
 * demand or asks for one item at a time.
 */
final class GatedFlux<T> extends FluxOperator<T, T> {

    private final DemandGate gate;
    private final ToIntFunction<? super T> bytes;

    /**
     * @param bytes the size of an item
     */
    GatedFlux(Flux<T> source, DemandGate gate, ToIntFunction<? super T> bytes) {
        super(source);
        this.gate = gate;
        this.bytes = bytes;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        GatedSubscriber<T> gated = new GatedSubscriber<>(actual, gate, bytes);
        actual.onSubscribe(gated);
        source.subscribe(gated);
    }
}
