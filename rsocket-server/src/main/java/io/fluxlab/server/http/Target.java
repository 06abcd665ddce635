package io.fluxlab.server.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

/** Compares the host that a request names with what else it says about where it goes and comes from. */
final class Target {

    private static final String SCHEME_END = "://";
    private static final String HTTP = "http";
    private static final String HTTPS = "https";
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    private Target() {}

    /**
     * Whether a target is a path, or a whole URI of that host: proxies are sent those, and a server has to understand them.
     * What no URI may hold, such as {@code |} or half an escape, is neither.
     *
     * @see <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3.2">RFC 9112, section 3.2</a>
     */
    static boolean fits(String target, Authority host, boolean secure) {
        if (!isReadable(target)) {
            return false;
        }
        if (target.startsWith("/")) {
            return true;
        }
        int path = target.indexOf('/', target.indexOf(SCHEME_END) + SCHEME_END.length());
        return isOf(path < 0 ? target : target.substring(0, path), host, secure, secure);
    }

    /** Whether Reactor Netty, which makes a URI of each target, will not fail on it. */
    private static boolean isReadable(String target) {
        try {
            new URI(target.startsWith("/") ? HTTP + SCHEME_END + "localhost" + target : target);
            return true;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /**
     * Whether an origin is that host itself, with the port. Where this server has no TLS something in front of it may, so
     * that the page may come over either.
     */
    static boolean isSameOrigin(String origin, Authority host, boolean secure) {
        return isOf(origin, host, secure, true);
    }

    private static boolean isOf(String origin, Authority host, boolean secure, boolean secureAllowed) {
        int end = origin.indexOf(SCHEME_END);
        if (end < 0) {
            return false;
        }
        String scheme = origin.substring(0, end).toLowerCase(Locale.ROOT);
        boolean https = scheme.equals(HTTPS);
        if (https ? !secureAllowed : secure || !scheme.equals(HTTP)) {
            return false;
        }
        Authority named = Authority.parse(origin.substring(end + SCHEME_END.length()));
        int port = https ? HTTPS_PORT : HTTP_PORT;
        return named != null && named.host().equals(host.host()) && named.portOr(port) == host.portOr(port);
    }
}
