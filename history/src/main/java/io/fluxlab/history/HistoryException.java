package io.fluxlab.history;

import org.jspecify.annotations.Nullable;

/** What is kept can't be opened; its message says why, and what would help. */
public final class HistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    HistoryException(String message) {
        super(message);
    }

    HistoryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
