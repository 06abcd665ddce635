package io.fluxlab.server.transport;

import io.fluxlab.server.http.HttpLimits;
import java.util.Objects;

/**
 * What one client, and all of them together, may take from the transport. Immutable.
 *
 * <p>Each bound is that of one connection; what all of them hold together may be as many times as much.
 *
 * @param connections bounds on connections at once
 * @param requests bounds on what comes in
 * @param outbound bounds on what waits to go out
 * @param times bounds on how long a peer may take
 * @param http bounds on requests of HTTP, until they become a WebSocket
 */
public record TransportLimits(
        ConnectionLimits connections,
        RequestLimits requests,
        OutboundLimits outbound,
        TimeLimits times,
        HttpLimits http) {

    public TransportLimits {
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(requests, "requests");
        Objects.requireNonNull(outbound, "outbound");
        Objects.requireNonNull(times, "times");
        Objects.requireNonNull(http, "http");
    }

    /** Limits that are safe on a small machine and do not hinder an honest client. */
    public static TransportLimits defaults() {
        return new TransportLimits(
                ConnectionLimits.defaults(),
                RequestLimits.defaults(),
                OutboundLimits.defaults(),
                TimeLimits.defaults(),
                HttpLimits.defaults());
    }

    /** These limits with other bounds on connections. */
    public TransportLimits withConnections(ConnectionLimits newConnections) {
        return new TransportLimits(newConnections, requests, outbound, times, http);
    }

    /** These limits with other bounds on what comes in. */
    public TransportLimits withRequests(RequestLimits newRequests) {
        return new TransportLimits(connections, newRequests, outbound, times, http);
    }

    /** These limits with other bounds on what waits to go out. */
    public TransportLimits withOutbound(OutboundLimits newOutbound) {
        return new TransportLimits(connections, requests, newOutbound, times, http);
    }

    /** These limits with other bounds on how long a peer may take. */
    public TransportLimits withTimes(TimeLimits newTimes) {
        return new TransportLimits(connections, requests, outbound, newTimes, http);
    }

    /** These limits with other bounds on requests of HTTP. */
    public TransportLimits withHttp(HttpLimits newHttp) {
        return new TransportLimits(connections, requests, outbound, times, newHttp);
    }
}
