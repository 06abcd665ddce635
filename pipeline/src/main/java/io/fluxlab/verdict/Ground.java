package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What set the recommended lane apart from its rival. */
public enum Ground {
    /** There was no other. */
    ONLY,
    /** Every other is slower. */
    SPEED,
    /** The rival is faster, but harms others, such as the event loop's, so much more than the calmest that it is ruled out. */
    BEARABLE,
    /** The rival was not shown slower, and harms others more. */
    CALM,
    /** The rival was shown neither slower nor less calm, and needs more threads. */
    THREADS,
    /** Nothing: the baseline stays, or else the lane named first is taken. */
    ORDER;

    /** The name on the wire, such as {@code threads}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
