package io.fluxlab.cli.figure;

import io.fluxlab.capacity.LaneCapacity;
import io.fluxlab.capacity.LaneCapacity.Limit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What was found of a lane's capacity, in a sentence. Immutable. */
final class CapacityText {

    private final LaneCapacity lane;
    private final ReportWords words;

    CapacityText(LaneCapacity lane, ReportWords words) {
        this.lane = lane;
        this.words = words;
    }

    /** {@code 1,130/s}; a dash where there is none. */
    static String rate(@Nullable Double perSecond) {
        if (perSecond == null) {
            return SpeedUps.UNKNOWN;
        }
        BigDecimal rounded = new BigDecimal(perSecond).round(new MathContext(3));
        return String.format(
                Locale.ROOT, "%,." + Math.max(0, rounded.stripTrailingZeros().scale()) + "f/s", rounded);
    }

    /** What was found, and what keeps the lane from more. */
    String sentence() {
        String met = rate(lane.metPerSecond());
        String missed = rate(lane.missedPerSecond());
        return switch (lane.answer()) {
            case FOUND -> words.say("capacity.found", met, because(missed));
            case AT_LEAST -> words.say("capacity.at-least", met, because(met));
            case NOT_AT_ALL -> words.say("capacity.not-at-all", missed, because(missed));
            case CANT_TELL -> cantTell(met, missed);
        };
    }

    private String cantTell(String met, String missed) {
        if (lane.limit() == Limit.LEFT_BEHIND) {
            return words.say("capacity.cant-tell.left-behind", String.valueOf(lane.detail()));
        }
        if (lane.metPerSecond() == null) {
            return lane.missedPerSecond() == null
                    ? words.say("capacity.cant-tell")
                    : words.say("capacity.cant-tell.below", missed, because(missed));
        }
        return lane.missedPerSecond() == null
                ? words.say("capacity.cant-tell.above", met)
                : words.say("capacity.cant-tell.between", met, missed, because(missed));
    }

    private String because(String rate) {
        Limit limit = lane.limit();
        String key = limit == null ? "objective" : limit.id();
        boolean isHighest = limit == Limit.GENERATOR && lane.missedPerSecond() == null;
        String detail = lane.detail();
        return words.say("capacity.because." + key + (isHighest ? ".highest" : ""), rate, detail == null ? "" : detail);
    }
}
