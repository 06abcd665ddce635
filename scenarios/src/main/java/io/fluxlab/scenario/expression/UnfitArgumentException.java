package io.fluxlab.scenario.expression;

/** A function was called with what it can't work on. */
final class UnfitArgumentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitArgumentException(String message) {
        super(message);
    }
}
