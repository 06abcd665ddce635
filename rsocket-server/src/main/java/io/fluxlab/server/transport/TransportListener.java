package io.fluxlab.server.transport;

import io.fluxlab.wire.ErrorBody;

/**
 * Hears of connections, and of what the transport refuses before anybody behind it sees it. Called on event loops: it must
 * not block. Thread-safe.
 */
public interface TransportListener {

    /** A connection begins to speak RSocket. */
    default void opened(Peer peer) {}

    /** A connection that spoke RSocket has closed. */
    default void closed(Peer peer) {}

    /** A connection, a request or a frame was refused. */
    default void refused(Peer peer, ErrorBody why) {}
}
