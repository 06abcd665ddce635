package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a comparison shows about one lane's wall time against the baseline's. */
public enum Outcome {
    /** The lane is the baseline. */
    BASELINE,
    /** The whole interval of the time ratio lies below 1. */
    FASTER,
    /** The whole interval of the time ratio lies above 1. */
    SLOWER,
    /** The whole interval lies within ±3 % of 1: a difference may exist, but none that matters. */
    SAME,
    /** The rounds have neither shown a difference nor excluded one. */
    CANT_TELL;

    /** How far a ratio may be from 1 and still count as the same. */
    static final Interval SAME_BAND = new Interval(0.97, 1.03);

    static Outcome of(@Nullable Interval interval) {
        if (interval == null) {
            return CANT_TELL;
        } else if (interval.inside(SAME_BAND)) {
            return SAME;
        } else if (interval.high() < 1) {
            return FASTER;
        } else {
            return interval.low() > 1 ? SLOWER : CANT_TELL;
        }
    }

    /** The name on the wire, such as {@code cant-tell}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
