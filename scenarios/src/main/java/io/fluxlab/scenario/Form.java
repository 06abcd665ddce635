package io.fluxlab.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How large a scenario is run. */
public enum Form {
    /** As it is written. */
    FULL,
    /** Scaled down, as its steps' {@code quick} says: for tests and impatient people. */
    QUICK;

    /** Its name on the wire. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
