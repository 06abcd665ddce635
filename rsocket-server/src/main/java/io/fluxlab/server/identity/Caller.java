package io.fluxlab.server.identity;

import io.fluxlab.server.transport.Peer;
import java.util.Objects;

/** Who asks, and from where. Immutable. */
public record Caller(Principal principal, Peer peer) {

    public Caller {
        Objects.requireNonNull(principal, "principal");
        Objects.requireNonNull(peer, "peer");
    }
}
