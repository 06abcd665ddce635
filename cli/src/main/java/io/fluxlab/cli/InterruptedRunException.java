package io.fluxlab.cli;

/** A person, or the system, has ended the run. */
final class InterruptedRunException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InterruptedRunException() {
        super("interrupted");
    }
}
