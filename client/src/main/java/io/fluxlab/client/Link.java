package io.fluxlab.client;

import io.rsocket.RSocket;
import io.rsocket.core.RSocketConnector;
import io.rsocket.frame.decoder.PayloadDecoder;
import io.rsocket.metadata.WellKnownMimeType;
import java.net.URI;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A client's one connection: made when it is first needed, shared by all who need it, and made anew by the first who
 * needs it after it broke. Nobody connects unasked. Thread-safe.
 */
final class Link {

    /** The longest frame there is; a lab's answers are far shorter, as its own limits say. */
    private static final int MAX_PAYLOAD_BYTES = 0xFFFFFF;

    private final URI uri;
    private final Dialer dialer;
    private final Mono<RSocket> connecting;
    private final AtomicReference<@Nullable Attempt> latest = new AtomicReference<>();
    private final Sinks.Empty<RSocket> closing = Sinks.empty();
    private volatile boolean closed;

    Link(LabAddress address, ClientOptions options) {
        this.uri = address.uri();
        this.dialer = Dialer.to(address, options);
        this.connecting = RSocketConnector.create()
                .setupPayload(Mono.fromSupplier(options.credentials()::setup))
                .dataMimeType(options.format().mimeType())
                .metadataMimeType(WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString())
                .keepAlive(options.keepAliveInterval(), options.keepAliveLifetime())
                .maxInboundPayloadSize(MAX_PAYLOAD_BYTES)
                .payloadDecoder(PayloadDecoder.ZERO_COPY)
                .connect(dialer);
    }

    /** Where it leads. */
    URI uri() {
        return uri;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * The open connection. Subscribing connects where there is none; cancel does not end the attempt, which others may
     * wait for too. Fails with an {@link UnreachableLabException}.
     */
    Mono<RSocket> rsocket() {
        return Mono.defer(() -> {
            if (closed) {
                return Mono.error(UnreachableLabException.closed(uri));
            }
            Attempt attempt = usable(latest.get());
            return Mono.firstWithSignal(attempt.rsocket, closing.asMono());
        });
    }

    /** Ends the connection and its threads; emits nothing and completes when they are gone. Starts at subscription. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            closed = true;
            closing.tryEmitError(UnreachableLabException.closed(uri));
            Attempt attempt = latest.get();
            RSocket rsocket = attempt == null ? null : attempt.connected;
            if (rsocket == null) {
                return dialer.close();
            }
            rsocket.dispose();
            return rsocket.onClose().onErrorComplete().then(dialer.close());
        });
    }

    private Attempt usable(@Nullable Attempt last) {
        if (last != null && !last.isOver()) {
            return last;
        }
        Attempt next = new Attempt();
        Attempt winner = latest.compareAndExchange(last, next);
        return winner == last ? next : usable(winner);
    }

    /** One connection, from the moment somebody wants it. It connects once, at the first subscription. */
    private final class Attempt {

        private final Mono<RSocket> rsocket = connecting
                .doOnNext(this::connected)
                .doOnError(error -> failed = true)
                .onErrorMap(error -> UnreachableLabException.notConnected(uri, error))
                .cache();
        private volatile boolean failed;
        private volatile @Nullable RSocket connected;

        boolean isOver() {
            RSocket current = connected;
            return failed || (current != null && current.isDisposed());
        }

        /** Remembers the connection before it looks whether all is over; {@link #close} does it the other way round. */
        private void connected(RSocket made) {
            connected = made;
            if (closed) {
                made.dispose();
            }
        }
    }
}
