package io.fluxlab.client;

import java.net.URI;
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

    private final URI uri;

    private UnreachableLabException(URI uri, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.uri = uri;
    }

    static UnreachableLabException notConnected(URI uri, Throwable cause) {
        return new UnreachableLabException(uri, uri + " can't be reached: " + reason(cause), cause);
    }

    static UnreachableLabException lost(URI uri, String reason, Throwable cause) {
        return new UnreachableLabException(uri, "the connection to " + uri + " was lost: " + reason, cause);
    }

    static UnreachableLabException closed(URI uri) {
        return new UnreachableLabException(uri, "the client of " + uri + " was closed", null);
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
