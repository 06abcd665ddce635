package io.fluxlab.junit.trial;

import java.io.Serial;

/** A call of the body has failed; its cause is what the first such call threw. Not thread-safe. */
public final class BodyFailedException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * A failure.
     *
     * @param where the lane, or what the lab said of it; empty where nothing is known
     * @param cause what was thrown
     */
    BodyFailedException(String where, Throwable cause) {
        super("the body failed%s: %s".formatted(where.isEmpty() ? "" : " (" + where + ")", cause), cause);
    }
}
