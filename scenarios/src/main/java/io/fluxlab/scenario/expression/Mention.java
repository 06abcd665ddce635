package io.fluxlab.scenario.expression;

import org.jspecify.annotations.Nullable;

/**
 * A figure that an expression names. Immutable.
 *
 * @param figure which one
 * @param step the step's id, null where it is not written as a constant
 * @param lane the lane's id, likewise
 * @param field what is asked of the lane's value, likewise
 * @param at where they stand
 */
public record Mention(
        Figure figure,
        @Nullable String step,
        @Nullable String lane,
        @Nullable String field,
        At at) {

    /** Where in the expression each of them is, counted in code points. */
    public record At(int step, int lane, int field) {}
}
