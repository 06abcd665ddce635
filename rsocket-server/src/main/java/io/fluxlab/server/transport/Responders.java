package io.fluxlab.server.transport;

import io.rsocket.ConnectionSetupPayload;
import io.rsocket.RSocket;
import reactor.core.publisher.Mono;

/** Makes the responder of each connection. Thread-safe. */
@FunctionalInterface
public interface Responders {

    /**
     * The responder of one connection, which is disposed of with the connection. Called, and subscribed once, on that
     * connection's event loop; it may emit elsewhere and later, and until then no further frame is read. Where the
     * responder's {@link RSocket#onClose()} fails, the connection is closed with that message. An error refuses the connection: an {@link io.rsocket.exceptions.RejectedSetupException}
     * says why; the message of any other error is for the peer, too.
     */
    Mono<RSocket> responder(ConnectionSetupPayload setup, Peer peer);
}
