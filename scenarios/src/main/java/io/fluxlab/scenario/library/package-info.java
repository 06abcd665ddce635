/** The scripts that come with Fluxlab as a {@link io.fluxlab.library.ScenarioLibrary}: what a served lab lists, shows and runs. */
@NullMarked
package io.fluxlab.scenario.library;

import org.jspecify.annotations.NullMarked;
