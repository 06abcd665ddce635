package io.fluxlab.client;

import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where a lab is, as its URI says. Immutable. */
sealed interface LabAddress {

    /** The port where a lab listens for RSocket over TCP unless told otherwise. */
    int TCP_PORT = 7878;

    /** The port where a lab listens for HTTP, and WebSocket with it, unless told otherwise. */
    int HTTP_PORT = 8080;

    /** The path where a lab speaks RSocket over WebSocket unless told otherwise. */
    String PATH = "/rsocket";

    /** What the address was made of. */
    URI uri();

    /** RSocket over TCP. */
    record Tcp(URI uri, String host, int port) implements LabAddress {}

    /** RSocket over WebSocket. */
    record WebSocket(URI uri, String host, int port, String path) implements LabAddress {}

    /** RSocket within this JVM. */
    record Local(URI uri, String name) implements LabAddress {}

    /** {@code tcp://host:port}, {@code ws://host:port/path} or {@code local:name}. */
    static LabAddress of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "tcp" -> tcp(uri);
            case "ws" -> new WebSocket(uri, host(uri), port(uri, HTTP_PORT), path(uri));
            case "local" -> new Local(uri, uri.getSchemeSpecificPart());
            case "wss" -> throw wrong("TLS is not offered: scheme must be tcp or ws, was wss", uri);
            case "null" -> throw wrong("scheme must be tcp or ws, such as tcp://localhost:" + TCP_PORT, uri);
            default -> throw wrong("scheme must be tcp or ws, was " + scheme, uri);
        };
    }

    private static LabAddress tcp(URI uri) {
        if (!isEmpty(uri.getRawPath()) && !"/".equals(uri.getRawPath())) {
            throw wrong("path must be empty with tcp, was " + uri.getRawPath(), uri);
        }
        return new Tcp(uri, host(uri), port(uri, TCP_PORT));
    }

    private static String host(URI uri) {
        String host = uri.getHost();
        if (isEmpty(host)) {
            throw wrong("host is missing", uri);
        }
        boolean isIpv6 = host.startsWith("[") && host.endsWith("]");
        return isIpv6 ? host.substring(1, host.length() - 1) : host;
    }

    private static int port(URI uri, int usual) {
        int port = uri.getPort() < 0 ? usual : uri.getPort();
        if (port < 1 || port > 65_535) {
            throw wrong("port must be between 1 and 65535, was " + port, uri);
        }
        return port;
    }

    private static String path(URI uri) {
        String path = isEmpty(uri.getRawPath()) || "/".equals(uri.getRawPath()) ? PATH : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static boolean isEmpty(@Nullable String text) {
        return text == null || text.isEmpty();
    }

    private static IllegalArgumentException wrong(String message, URI uri) {
        return new IllegalArgumentException(message + ": " + uri);
    }
}
