package io.fluxlab.server;

import io.fluxlab.server.http.AllowedHosts;
import java.util.List;
import java.util.Objects;

/**
 * Where a server listens, and within which limits. Immutable.
 *
 * @param host the name or address to bind; other machines reach only what is not bound to loopback
 * @param port of RSocket over TCP, 0 for any free one
 * @param httpPort of HTTP, with RSocket over WebSocket on {@code /rsocket}, 0 for any free one
 * @param limits what clients may take
 * @param allowedHosts what requests of HTTP may call the server, beside {@code host}, the names and addresses of loopback
 *     and the address that they come in on: its name behind a proxy, for one
 * @param security who may come in
 */
public record ServerSettings(
        String host,
        int port,
        int httpPort,
        ServerLimits limits,
        List<String> allowedHosts,
        SecuritySettings security) {

    private static final int MOST = 0xFFFF;

    public ServerSettings {
        Objects.requireNonNull(host, "host");
        Objects.requireNonNull(limits, "limits");
        Objects.requireNonNull(security, "security");
        allowedHosts = List.copyOf(allowedHosts);
        AllowedHosts.of(allowedHosts);
        check("port", port);
        check("httpPort", httpPort);
    }

    private static void check(String name, int port) {
        if (port < 0 || port > MOST) {
            throw new IllegalArgumentException(name + " must be between 0 and " + MOST + ", was " + port);
        }
    }

    /** TCP port 7878 and HTTP port 8080 on loopback, within the default limits. */
    public static ServerSettings defaults() {
        return new ServerSettings("127.0.0.1", 7878, 8080, ServerLimits.defaults(), List.of(), SecuritySettings.NONE);
    }

    /** These settings with another host. */
    public ServerSettings withHost(String newHost) {
        return new ServerSettings(newHost, port, httpPort, limits, allowedHosts, security);
    }

    /** These settings with other ports. */
    public ServerSettings withPorts(int newPort, int newHttpPort) {
        return new ServerSettings(host, newPort, newHttpPort, limits, allowedHosts, security);
    }

    /** These settings with other limits. */
    public ServerSettings withLimits(ServerLimits newLimits) {
        return new ServerSettings(host, port, httpPort, newLimits, allowedHosts, security);
    }

    /** These settings with other names and addresses that requests of HTTP may call the server. */
    public ServerSettings withAllowedHosts(List<String> newHosts) {
        return new ServerSettings(host, port, httpPort, limits, newHosts, security);
    }

    /** These settings with another answer to who may come in. */
    public ServerSettings withSecurity(SecuritySettings newSecurity) {
        return new ServerSettings(host, port, httpPort, limits, allowedHosts, newSecurity);
    }

    /** What requests of HTTP may call the server, as it listens. */
    AllowedHosts hosts() {
        return AllowedHosts.of(allowedHosts).withOwn(host);
    }
}
