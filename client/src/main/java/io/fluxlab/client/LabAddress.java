package io.fluxlab.client;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a lab is, as its URI says. Immutable. */
sealed interface LabAddress {

    /** The port where a lab listens for RSocket over TCP unless told otherwise. */
    int TCP_PORT = 7878;

    /** The port where a lab listens for HTTP, and WebSocket with it, unless told otherwise. */
    int HTTP_PORT = 8080;

    /** The path where a lab speaks RSocket over WebSocket unless told otherwise. */
    String PATH = "/rsocket";

    /** What may follow the address, without the colons that some programs print between the digits. */
    Pattern FINGERPRINT = Pattern.compile("sha256[0-9a-f]{64}");

    /** What the address was made of. */
    URI uri();

    /** RSocket over TCP, with TLS if there is something to verify. */
    record Tcp(URI uri, String host, int port, Optional<Verification> tls) implements LabAddress {}

    /** RSocket over WebSocket, with TLS if there is something to verify. */
    record WebSocket(URI uri, String host, int port, String path, Optional<Verification> tls) implements LabAddress {}

    /** How a server proves that it is the one that is meant. */
    sealed interface Verification {}

    /** By a certificate for its name, from an authority that is trusted. */
    record ByAuthority() implements Verification {}

    /** By this very certificate, whoever made it, whatever it is called. */
    record ByFingerprint(String sha256) implements Verification {}

    /** RSocket within this JVM. */
    record Local(URI uri, String name) implements LabAddress {}

    /**
     * {@code tcp://host:port}, {@code ws://host:port/path}, {@code tls} and {@code wss} likewise, which may end in
     * {@code #sha256:} and a certificate's fingerprint, or {@code local:name}.
     */
    static LabAddress of(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        return switch (scheme) {
            case "tcp", "tls" -> tcp(uri, scheme.equals("tls"));
            case "ws", "wss" ->
                new WebSocket(uri, host(uri), port(uri, HTTP_PORT), path(uri), verification(uri, scheme.equals("wss")));
            case "local" -> new Local(uri, uri.getSchemeSpecificPart());
            case "null" -> throw wrong("scheme must be tcp, ws, tls or wss, such as tcp://localhost:" + TCP_PORT, uri);
            default -> throw wrong("scheme must be tcp, ws, tls or wss, was " + scheme, uri);
        };
    }

    private static LabAddress tcp(URI uri, boolean tls) {
        if (!isEmpty(uri.getRawPath()) && !"/".equals(uri.getRawPath())) {
            throw wrong("path must be empty with " + uri.getScheme() + ", was " + uri.getRawPath(), uri);
        }
        return new Tcp(uri, host(uri), port(uri, TCP_PORT), verification(uri, tls));
    }

    private static Optional<Verification> verification(URI uri, boolean tls) {
        String fragment = uri.getFragment();
        if (isEmpty(fragment)) {
            return tls ? Optional.of(new ByAuthority()) : Optional.empty();
        }
        if (!tls) {
            throw wrong("a fingerprint needs tls or wss, was " + uri.getScheme(), uri);
        }
        String fingerprint = fragment.replace(":", "").toLowerCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw wrong("fingerprint must be sha256: and 64 hexadecimal digits, was " + fragment, uri);
        }
        return Optional.of(new ByFingerprint(fingerprint.substring("sha256".length())));
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
