package io.fluxlab.server.transport;

import io.fluxlab.server.http.HttpLimits;
import java.util.Objects;

/**
 * What one client, and all of them together, may take from the transport. Immutable.
 *
 * <p>With every connection hostile, the transport holds no more than {@link #worstCaseBytes()}: what one may hold is bounded
 * for each, and what all hold together by {@link SharedLimits}.
 *
 * @param connections bounds on connections at once
 * @param requests bounds on what comes in
 * @param outbound bounds on what waits to go out
 * @param times bounds on how long a peer may take
 * @param http bounds on requests of HTTP, until they become a WebSocket
 * @param shared bounds on what all connections hold together
 */
public record TransportLimits(
        ConnectionLimits connections,
        RequestLimits requests,
        OutboundLimits outbound,
        TimeLimits times,
        HttpLimits http,
        SharedLimits shared) {

    /** What a connection costs that holds nothing, and one read of it: 25 KB were measured, and 64 KiB are read at most. */
    private static final long CONNECTION_BYTES = 96 * 1024;

    /** What an open request costs that nobody reads the answer of. */
    private static final long STREAM_BYTES = 8 * 1024;

    public TransportLimits {
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(requests, "requests");
        Objects.requireNonNull(outbound, "outbound");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(http, "http");
        Objects.requireNonNull(shared, "shared");
    }

    /** Limits that are safe on a small machine and do not hinder an honest client. */
    public static TransportLimits defaults() {
        return new TransportLimits(
                ConnectionLimits.defaults(),
                RequestLimits.defaults(),
                OutboundLimits.defaults(),
                TimeLimits.defaults(),
                HttpLimits.defaults(),
                SharedLimits.defaults());
    }

    /**
     * What the transport holds at the most, on the heap and beside it, with every connection hostile: as many connections
     * of each kind as there may be, the bytes and the streams that they share.
     */
    public long worstCaseBytes() {
        return connections.all() * CONNECTION_BYTES + shared.pendingBytes() + shared.streams() * STREAM_BYTES;
    }

    /** These limits with other bounds on what all connections hold together. */
    public TransportLimits withShared(SharedLimits newShared) {
        return new TransportLimits(connections, requests, outbound, times, http, newShared);
    }

    /** These limits with other bounds on connections. */
    public TransportLimits withConnections(ConnectionLimits newConnections) {
        return new TransportLimits(newConnections, requests, outbound, times, http, shared);
    }

    /** These limits with other bounds on what comes in. */
    public TransportLimits withRequests(RequestLimits newRequests) {
        return new TransportLimits(connections, newRequests, outbound, times, http, shared);
    }

    /** These limits with other bounds on what waits to go out. */
    public TransportLimits withOutbound(OutboundLimits newOutbound) {
        return new TransportLimits(connections, requests, newOutbound, times, http, shared);
    }

    /** These limits with other bounds on how long a peer may take. */
    public TransportLimits withTimes(TimeLimits newTimes) {
        return new TransportLimits(connections, requests, outbound, newTimes, http, shared);
    }

    /** These limits with other bounds on requests of HTTP. */
    public TransportLimits withHttp(HttpLimits newHttp) {
        return new TransportLimits(connections, requests, outbound, times, newHttp, shared);
    }
}
