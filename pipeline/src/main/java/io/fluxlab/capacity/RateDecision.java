package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the steps at a rate have shown together. */
public enum RateDecision {
    /** The objectives are met at this rate. */
    MET,
    /** They are not. */
    MISSED,
    /** Now they were met and now they were not, in as many steps as a rate is given. */
    UNDECIDED,
    /** There were too few steps to tell. */
    OPEN;

    /** As it travels. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
