/**
 * Scripts as people write them: {@link io.fluxlab.scenario.script.ScriptReader} turns YAML into a
 * {@link io.fluxlab.scenario.Scenario}, or says what is wrong, all at once and each with its place.
 * {@link io.fluxlab.scenario.script.Scripts} are those that come with Fluxlab.
 */
@NullMarked
package io.fluxlab.scenario.script;

import org.jspecify.annotations.NullMarked;
