package io.fluxlab.server.identity;

import reactor.core.publisher.Mono;

/**
 * The right to come in as somebody. Immutable.
 *
 * @param principal as whom
 * @param revoked fails when that right has been taken away, with what the peer is told, and emits nothing else; can be
 *     subscribed any number of times, and cancelled
 */
public record Grant(Principal principal, Mono<Void> revoked) {

    /** The right of whoever comes to a server that asks nobody who they are. */
    public static final Grant ANYBODY = new Grant(Principal.ANYBODY, Mono.never());
}
