package io.fluxlab.capacity;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The highest rate at which a lane meets the objectives, as far as it was found. Immutable.
 *
 * @param lane its name
 * @param answer what was found
 * @param metPerSecond the highest rate that was shown to be met; null where none was
 * @param missedPerSecond the lowest rate that was shown not to be met; null where none was
 * @param limit what kept the lane from more; null where that was not found
 * @param detail the objective that did not hold, the message of a failure, why nothing faster could be tried, or the lane whose
 *     threads are left; null where the limit says it all
 * @param curve what was seen at each rate, from the lowest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LaneCapacity(
        String lane,
        Answer answer,
        @Nullable Double metPerSecond,
        @Nullable Double missedPerSecond,
        @Nullable Limit limit,
        @Nullable String detail,
        List<RatePoint> curve) {

    public LaneCapacity {
        curve = List.copyOf(curve);
    }

    /** What a search ends with. */
    public enum Answer {
        /** The two rates are as close as they were to be. */
        FOUND,
        /** The objectives are met at the highest rate that could be tried. */
        AT_LEAST,
        /** They are not met even at the lowest rate that was to be tried. */
        NOT_AT_ALL,
        /** The capacity lies between the two rates, where they are known, and there was no telling where. */
        CANT_TELL;

        /** As it travels: {@code cant-tell}. */
        @JsonValue
        public String id() {
            return idOf(this);
        }
    }

    /** What keeps a lane from a higher rate. */
    public enum Limit {
        /** An objective does not hold, and the lane still keeps up. */
        OBJECTIVE,
        /** The lane falls behind. */
        BEHIND,
        /** Tasks fail. */
        FAILURE,
        /** The load generator sends so late that the lane may bear more. */
        GENERATOR,
        /** Nothing faster may be asked of the lab. */
        LAB,
        /** Nothing faster was asked for. */
        REQUEST,
        /** Threads of a lane could not be stopped, beside which nothing can be measured. */
        LEFT_BEHIND;

        /** As it travels. */
        @JsonValue
        public String id() {
            return idOf(this);
        }
    }

    private static String idOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether a rate was shown to be met, or not to be. */
    public boolean isAnything() {
        return metPerSecond != null || missedPerSecond != null;
    }
}
