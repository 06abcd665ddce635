package io.fluxlab.server;

import io.fluxlab.wire.ErrorBody;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a request ended. Immutable.
 *
 * @param error what the caller was told; null unless the request was refused or failed
 */
public record RequestOutcome(Ending ending, @Nullable ErrorBody error) {

    /** In what way. */
    public enum Ending {
        /** The stream was delivered whole. */
        COMPLETED,
        /** The caller cancelled, or went away. */
        CANCELLED,
        /** It was wrong, or beyond a limit or a right. */
        REFUSED,
        /** It broke. */
        FAILED;

        /** The ending's name in logs and figures. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final RequestOutcome COMPLETED = new RequestOutcome(Ending.COMPLETED, null);
    static final RequestOutcome CANCELLED = new RequestOutcome(Ending.CANCELLED, null);
}
