package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How a step at a rate came out. */
public enum StepOutcome {
    /** All objectives hold. */
    MET,
    /** The lane keeps up, and an objective does not hold. */
    MISSED,
    /** The lane falls behind: ever more tasks wait. */
    BEHIND,
    /** Tasks failed, or the run did not come to its end. */
    FAILED,
    /** An objective does not hold, and the load generator was so late that this may be its own doing. */
    SENT_LATE,
    /** The lab does not let a run start at this rate. */
    REFUSED;

    /** As it travels: {@code sent-late}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isMet() {
        return this == MET;
    }
}
