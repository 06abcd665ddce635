package io.fluxlab.error;

/** The first round of a comparison does not fit into its time. Immutable; safe to share between threads. */
public final class TimeTooShortException extends BrokenRunException {

    /** The code of this error. */
    public static final String CODE = "time-too-short";

    private static final long serialVersionUID = 1L;

    private final long neededNanos;

    /**
     * An error that says what is known.
     *
     * @param neededNanos how long it would take to show something, in nanoseconds
     */
    public TimeTooShortException(String message, long neededNanos) {
        super(CODE, message);
        this.neededNanos = neededNanos;
    }

    /** How long it would take to show something, in nanoseconds. */
    public long neededNanos() {
        return neededNanos;
    }
}
