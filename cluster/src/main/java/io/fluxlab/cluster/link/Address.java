package io.fluxlab.cluster.link;

import io.fluxlab.error.InvalidRequestException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;

/**
 * Where a coordinator listens. Immutable.
 *
 * @param tls whether the connection is encrypted
 * @param host a name or an address
 * @param port 0 for any that is free
 */
public record Address(boolean tls, String host, int port) {

    /** On this machine, at any port, in clear. */
    public static final Address LOOPBACK = new Address(false, "127.0.0.1", 0);

    /** Where a coordinator listens that was given no port. */
    public static final int DEFAULT_PORT = 7879;

    private static final int MOST_PORTS = 65_535;

    /**
     * Reads {@code tcp://host:port} or {@code tls://host:port}; without a port it is {@value #DEFAULT_PORT}.
     *
     * @param field what the text was given for
     */
    public static Address parse(String field, String text) {
        try {
            URI uri = new URI(text);
            boolean tls = "tls".equals(uri.getScheme());
            if ((tls || "tcp".equals(uri.getScheme())) && uri.getHost() != null && uri.getPort() <= MOST_PORTS) {
                return new Address(tls, uri.getHost(), uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort());
            }
        } catch (URISyntaxException e) {
            throw wrong(field, text);
        }
        throw wrong(field, text);
    }

    private static InvalidRequestException wrong(String field, String text) {
        return InvalidRequestException.of(
                field, text, "%s must be tcp://host:port or tls://host:port, was %s".formatted(field, text));
    }

    /** Whether nobody from another machine gets here. */
    public boolean isLoopback() {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** This address with the port that was found. */
    public Address at(int found) {
        return new Address(tls, host, found);
    }

    @Override
    public String toString() {
        return "%s://%s:%d".formatted(tls ? "tls" : "tcp", host.contains(":") ? "[" + host + "]" : host, port);
    }
}
