/**
 * Scenarios run: a {@link io.fluxlab.scenario.run.ScenarioRunner} takes a lab through a scenario's steps, keeps what its
 * expectations ask for, judges them, and tells everything as {@link io.fluxlab.scenario.run.ScenarioEvent}s.
 */
@NullMarked
package io.fluxlab.scenario.run;

import org.jspecify.annotations.NullMarked;
