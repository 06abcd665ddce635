package io.fluxlab.client;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocketClientHandshakeException;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lab could not be reached, or the connection to it was lost while it answered: what was asked may have happened or
 * not. Asking again connects anew. Immutable; safe to share between threads.
 */
public final class UnreachableLabException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What Netty's native transports put before the system's words. */
    private static final Pattern NATIVE_CALL = Pattern.compile("^\\w+\\(\\.\\.\\) failed(?: with error\\(-\\d+\\))?: ");

    private static final String NO_HANDSHAKE = "Invalid handshake response getStatus: ";

    /** What a server that speaks TLS answers to a WebSocket without. */
    private static final String UPGRADE_TO_TLS = "TLS/";

    private final URI uri;
    private final @Nullable TlsProblem tlsProblem;

    private UnreachableLabException(URI uri, String message, @Nullable Throwable cause, @Nullable TlsProblem problem) {
        super(message, cause);
        this.uri = uri;
        this.tlsProblem = problem;
    }

    static UnreachableLabException notConnected(URI uri, Throwable cause) {
        TlsProblem problem =
                wantsTls(cause) ? TlsProblem.REQUIRED : TlsProblem.of(cause).orElse(null);
        String reason = problem == null ? reason(cause) : problem.text();
        return new UnreachableLabException(uri, uri + " can't be reached: " + reason, cause, problem);
    }

    static UnreachableLabException lost(URI uri, String reason, Throwable cause) {
        TlsProblem problem = TlsProblem.of(cause).orElse(null);
        return problem == null
                ? new UnreachableLabException(uri, "the connection to " + uri + " was lost: " + reason, cause, null)
                : notConnected(uri, cause);
    }

    static UnreachableLabException closed(URI uri) {
        return new UnreachableLabException(uri, "the client of " + uri + " was closed", null, null);
    }

    static UnreachableLabException tlsRequired(URI uri, Throwable cause) {
        TlsProblem problem = TlsProblem.REQUIRED;
        return new UnreachableLabException(uri, uri + " can't be reached: " + problem.text(), cause, problem);
    }

    private static boolean wantsTls(Throwable cause) {
        return cause instanceof WebSocketClientHandshakeException refused
                && refused.response() != null
                && String.valueOf(refused.response().headers().get(HttpHeaderNames.UPGRADE))
                        .startsWith(UPGRADE_TO_TLS);
    }

    /** What was wrong with TLS, if that was it. */
    public Optional<TlsProblem> tlsProblem() {
        return Optional.ofNullable(tlsProblem);
    }

    /** Where the lab should be. */
    public URI uri() {
        return uri;
    }

    static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : NATIVE_CALL
                        .matcher(message)
                        .replaceFirst("")
                        .replace(NO_HANDSHAKE, "no WebSocket there, but HTTP status ");
    }
}
