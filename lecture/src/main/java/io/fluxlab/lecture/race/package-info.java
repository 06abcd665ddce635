/**
 * Several who use the same thing at once: each {@link io.fluxlab.lecture.race.Racer} repeats its step, in a
 * {@link io.fluxlab.lecture.race.FreeRace} on a thread of its own, in a {@link io.fluxlab.lecture.race.ConfinedRace} on the
 * one thread that all steps are handed to.
 */
@NullMarked
package io.fluxlab.lecture.race;

import org.jspecify.annotations.NullMarked;
