package io.fluxlab.scenario.expression;

/**
 * What is wrong with an expression. Immutable.
 *
 * @param at where in the expression, counted in code points
 * @param message what is wrong
 */
public record Fault(int at, String message) {}
