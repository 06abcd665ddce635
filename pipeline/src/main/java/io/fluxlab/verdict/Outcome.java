package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a comparison shows about one lane's wall time against the baseline's; {@link SameBand} decides. */
public enum Outcome {
    /** The lane is the baseline. */
    BASELINE,
    /** The whole interval of the time ratio lies below 1, and some of it outside the band that counts as the same. */
    FASTER,
    /** The whole interval of the time ratio lies above 1, and some of it outside the band that counts as the same. */
    SLOWER,
    /** The whole interval lies inside the band: a difference may exist, and be sure, but it is none that matters. */
    SAME,
    /** The rounds have neither shown a difference nor excluded one. */
    CANT_TELL;

    /** The name on the wire, such as {@code cant-tell}. */
    @JsonValue
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
