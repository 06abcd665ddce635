/**
 * Predict, then see: a {@link io.fluxlab.scenario.Question} is asked before a scenario runs, what a class thinks is a
 * {@link io.fluxlab.scenario.guess.Guess} each, and the {@link io.fluxlab.scenario.guess.Answer} is what came out.
 */
@NullMarked
package io.fluxlab.scenario.guess;

import org.jspecify.annotations.NullMarked;
