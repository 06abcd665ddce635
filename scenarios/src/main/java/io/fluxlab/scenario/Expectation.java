package io.fluxlab.scenario;

import io.fluxlab.scenario.expression.Expression;

/**
 * What must come out. Immutable.
 *
 * @param that the condition
 * @param proves the sentence that is true where it holds
 */
public record Expectation(Expression that, Text proves) {}
