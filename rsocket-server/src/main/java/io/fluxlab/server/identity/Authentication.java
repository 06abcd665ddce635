package io.fluxlab.server.identity;

import io.fluxlab.server.transport.Peer;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** Finds out who somebody is. Thread-safe. */
public interface Authentication extends Disposable {

    /** Asks nobody who they are. */
    Authentication NONE = (shown, peer) -> Mono.just(Grant.ANYBODY);

    /** Lets go of threads, if there are any. */
    @Override
    default void dispose() {}

    /**
     * Who shows this token, or, without one, who came with the peer's header, or else its certificate. Works when it is subscribed, never
     * long on the subscriber's thread, and may emit on another; cancel gives up. Fails with a
     * {@link io.fluxlab.error.RejectedRequestException} that does not tell which names there are.
     */
    Mono<Grant> authenticate(@Nullable ShownToken shown, Peer peer);
}
