package io.fluxlab.load;

import io.fluxlab.parameter.Param;

/**
 * A rate that changes evenly from the first task to the last. Immutable.
 *
 * @param from the rate at the beginning
 * @param to the rate at the end
 */
public record Ramp(
        @Param("rate at the beginning") Rate from,
        @Param("rate at the end") Rate to) {

    private static final String BETWEEN = "..";

    /** The text form: {@code 10/s..500/s}. */
    public static Ramp parse(String text) {
        int at = text.indexOf(BETWEEN);
        if (at < 0) {
            throw new IllegalArgumentException("two rates and what is between them, such as 10/s..500/s");
        }
        return new Ramp(Rate.parse(text.substring(0, at)), Rate.parse(text.substring(at + BETWEEN.length())));
    }

    /** {@code 10/s..500/s}. */
    public String text() {
        return from.text() + BETWEEN + to.text();
    }
}
