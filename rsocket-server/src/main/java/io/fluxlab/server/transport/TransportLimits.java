package io.fluxlab.server.transport;

import io.fluxlab.server.http.HttpLimits;
import java.util.Objects;

/**
 * What one client, and all of them together, may take from the transport. Immutable.
 *
 * <p>With every connection hostile, what they have sent and not taken holds no more than {@link #worstCaseBytes()}: what one
 * may hold is bounded for each, and what all hold together by {@link SharedLimits}. What runs hold is beside that: they
 * claim it.
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

    /** Threads that read requests. */
    public static final int READERS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** What a connection costs that holds nothing, and one read of it: 25 KB were measured, and 64 KiB are read at most. */
    private static final long CONNECTION_BYTES = 96 * 1024;

    /** What an open request costs that nobody reads the answer of. */
    private static final long STREAM_BYTES = 8 * 1024;

    /** What is made of a byte of a request while it is read: 24 were measured, of empty objects in a list. */
    private static final long BYTES_READ_OF_A_BYTE = 32;

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
     * What connections hold at the most, on the heap and beside it, with every one of them hostile: as many of each kind as
     * there may be, the bytes that come in or go out, the streams, the requests that wait to be read, and what those have
     * become that are being read.
     */
    public long worstCaseBytes() {
        long request = requests.requestBytes();
        long waiting = Math.max(shared.waitingBytes(), 2 * request);
        long read = READERS * request * BYTES_READ_OF_A_BYTE;
        return connections.all() * CONNECTION_BYTES
                + shared.pendingBytes()
                + waiting
                + read
                + shared.streams() * STREAM_BYTES;
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
