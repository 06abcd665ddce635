package io.fluxlab.junit;

/** What becomes of a test of whose expectations none fails and at least one can't be told. */
public enum CantTell {
    /** It passes, and says so in its report. */
    PASS,
    /** It counts as aborted, as by a failed assumption. */
    ABORT,
    /** It fails. */
    FAIL
}
