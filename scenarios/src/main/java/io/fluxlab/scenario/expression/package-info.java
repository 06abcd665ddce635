/**
 * Conditions on figures, in the Common Expression Language (cel.dev): no loops without end, no I/O, nothing but the figures
 * that they are given. An {@link io.fluxlab.scenario.expression.Expression} is compiled once; judging it gives a
 * {@link io.fluxlab.scenario.expression.Judgement} with every value that it saw.
 */
@NullMarked
package io.fluxlab.scenario.expression;

import org.jspecify.annotations.NullMarked;
