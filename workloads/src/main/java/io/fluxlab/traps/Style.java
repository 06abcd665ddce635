package io.fluxlab.traps;

/** Which form of a trap runs. */
public enum Style {
    /** As people wrote it. */
    WRITTEN,
    /** Put right. */
    FIXED
}
