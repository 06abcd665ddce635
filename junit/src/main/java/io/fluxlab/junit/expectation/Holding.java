package io.fluxlab.junit.expectation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether an expectation is met. */
public enum Holding {
    /** The figures show that it is. */
    HOLDS,
    /** The figures show that it is not. */
    FAILS,
    /** The figures show neither. */
    CANT_TELL;

    /** The name in reports, such as {@code cant-tell}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
