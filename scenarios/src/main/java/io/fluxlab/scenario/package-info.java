/**
 * Scripts that run, explain themselves and check what they claim. A {@link io.fluxlab.scenario.Scenario} has
 * {@link io.fluxlab.scenario.Step}s, which a lab runs, and {@link io.fluxlab.scenario.Expectation}s, which are judged by
 * what came out.
 */
@NullMarked
package io.fluxlab.scenario;

import org.jspecify.annotations.NullMarked;
