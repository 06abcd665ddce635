package io.fluxlab.run;

import io.fluxlab.parameter.Param;
import java.time.Duration;

/**
 * How often the bystander of a run sends.
 *
 * @param periodMillis the time between two requests, in milliseconds; 0 is no bystander
 */
public record BystanderRate(
        @Param(value = "milliseconds between two requests of the bystander, 0 for no bystander", min = 0, max = 10_000)
        int periodMillis) {

    /** Every five milliseconds: fine enough to see a stall, and too little to be one. */
    public static final BystanderRate DEFAULT = new BystanderRate(5);

    /** No bystander. */
    public static final BystanderRate NONE = new BystanderRate(0);

    /** The text form: {@code true} is the default rate and {@code false} is none. */
    public static BystanderRate parse(String text) {
        return switch (text) {
            case "true" -> DEFAULT;
            case "false" -> NONE;
            default -> throw new IllegalArgumentException("true, false or {\"periodMillis\": 0 to 10000}");
        };
    }

    boolean isOn() {
        return periodMillis > 0;
    }

    Duration period() {
        return Duration.ofMillis(periodMillis);
    }
}
