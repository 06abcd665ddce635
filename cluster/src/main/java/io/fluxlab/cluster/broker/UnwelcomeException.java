package io.fluxlab.cluster.broker;

import io.fluxlab.cluster.broker.Refusals.Cause;

/** A connection has sent what is not taken from it. Its message goes on with what the connection did. */
final class UnwelcomeException extends Exception {

    private static final long serialVersionUID = 1L;

    private final Cause reason;

    UnwelcomeException(Cause reason, String message) {
        // Without a stack trace: whoever sends such things decides how many there are.
        super(message, null, false, false);
        this.reason = reason;
    }

    Cause reason() {
        return reason;
    }
}
