package io.fluxlab.server.transport;

/**
 * Bounds on connections at once, counted apart by what has become of them, so that one kind leaves the others room.
 * Immutable.
 *
 * @param setUp that have sent their set-up, over TCP and WebSocket together; 256 by default. Newcomers are told that there
 *     are too many
 * @param perAddress those of one address (in IPv6, of one network of 64 bits), and as many of each other kind; 64 by
 *     default. Loopback has no such bound: a proxy on this machine would share it among all its clients
 * @param waiting that have still to send their set-up, over TCP and WebSocket together; 256 by default. Newcomers take the
 *     place of those that have waited longest, of the address that has most
 * @param http that speak HTTP; 256 by default. Newcomers take the place of those whose last whole request was longest ago,
 *     of the address that has most
 */
public record ConnectionLimits(int setUp, int perAddress, int waiting, int http) {

    private static final int MOST = 1_000_000;

    public ConnectionLimits {
        Range.check("connections", setUp, 1, MOST);
        Range.check("connectionsPerAddress", perAddress, 1, MOST);
        Range.check("waitingConnections", waiting, 1, MOST);
        Range.check("httpConnections", http, 1, MOST);
    }

    /** 256 connections, a quarter of them from one address. */
    public static ConnectionLimits defaults() {
        return new ConnectionLimits(256, 64, 256, 256);
    }

    /** These limits with another number of connections that are set up. */
    public ConnectionLimits withSetUp(int most) {
        return new ConnectionLimits(most, perAddress, waiting, http);
    }

    /** These limits with another number of connections of one address. */
    public ConnectionLimits withPerAddress(int most) {
        return new ConnectionLimits(setUp, most, waiting, http);
    }

    /** These limits with another number of connections that wait. */
    public ConnectionLimits withWaiting(int most) {
        return new ConnectionLimits(setUp, perAddress, most, http);
    }

    /** These limits with another number of connections that speak HTTP. */
    public ConnectionLimits withHttp(int most) {
        return new ConnectionLimits(setUp, perAddress, waiting, most);
    }

    /** Connections of all kinds at once. */
    public int all() {
        return setUp + waiting + http;
    }
}
