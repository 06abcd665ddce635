package io.fluxlab.server;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.server.identity.Authentication;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.identity.Grant;
import io.fluxlab.server.identity.ShownToken;
import io.fluxlab.server.transport.Peer;
import io.rsocket.ConnectionSetupPayload;
import io.rsocket.Payload;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Who asks on one connection: whoever its set-up named, but for requests that name somebody themselves. Thread-safe. */
final class Identification {

    private final Authentication authentication;
    private final Grant ofConnection;
    private final Peer peer;
    private final String metadataMimeType;

    private Identification(Authentication authentication, Grant ofConnection, Peer peer, String metadataMimeType) {
        this.authentication = authentication;
        this.ofConnection = ofConnection;
        this.peer = peer;
        this.metadataMimeType = metadataMimeType;
    }

    /** Finds out whom a set-up names. Fails with what the peer is told. */
    static Mono<Identification> of(ConnectionSetupPayload setup, Peer peer, Authentication authentication) {
        String mimeType = setup.metadataMimeType();
        try {
            return authentication
                    .authenticate(AuthenticationMetadata.shown(mimeType, setup.sliceMetadata()), peer)
                    .map(grant -> new Identification(authentication, grant, peer, mimeType));
        } catch (InvalidRequestException e) {
            return Mono.error(e);
        }
    }

    /** Who asks where a request does not say. */
    Caller caller() {
        return new Caller(ofConnection.principal(), peer);
    }

    /** Fails when whoever the set-up named may not be here any more, with what the peer is told; emits nothing else. */
    Mono<Void> revoked() {
        return ofConnection.revoked();
    }

    /** Fails when whoever asked with this grant may not be here any more, also where the connection is gone. */
    Mono<Void> revoked(Grant grant) {
        return grant.principal().equals(ofConnection.principal())
                ? Mono.firstWithSignal(grant.revoked(), ofConnection.revoked())
                : grant.revoked();
    }

    /** Who asks with this request; what the set-up granted is revoked with the connection. Fails as a set-up does. */
    Mono<Grant> of(Payload request) {
        try {
            @Nullable ShownToken shown = AuthenticationMetadata.shown(metadataMimeType, request.sliceMetadata());
            return shown == null
                    ? Mono.just(new Grant(ofConnection.principal(), Mono.never()))
                    : authentication.authenticate(shown, peer);
        } catch (InvalidRequestException e) {
            return Mono.error(e);
        }
    }
}
