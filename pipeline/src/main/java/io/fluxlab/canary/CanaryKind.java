package io.fluxlab.canary;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a canary waits for. */
public enum CanaryKind {
    /** An answer of the home loop: the bystander. */
    HOME_LOOP,
    /** A timer to fire on a scheduler that tasks run on. */
    TIMER,
    /** A worker of a pool that tasks run on. */
    WORKER,
    /** A carrier, for a virtual thread that is to wake. */
    CARRIER,
    /** An event loop that the user has handed over. */
    LOOP;

    /** The name on the wire, such as {@code home-loop}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
