package io.fluxlab.scenario.expression;

import org.jspecify.annotations.Nullable;

/**
 * A figure that an expression names. Immutable.
 *
 * @param figure which one
 * @param step the step's id, null where it is not written as a constant
 * @param lane the lane's id, likewise
 * @param stepAt where in the expression the step's id is, counted in code points
 * @param laneAt where the lane's id is
 */
public record Mention(
        Figure figure, @Nullable String step, @Nullable String lane, int stepAt, int laneAt) {}
