/**
 * Tests that say where code may run. A method with {@link io.fluxlab.junit.FluxlabTest} returns what it does, as a value or
 * a publisher; it is run on the lanes of {@link io.fluxlab.junit.Lanes}, and what it is expected to be is said by
 * {@link io.fluxlab.junit.KeepsLoopFree}, {@link io.fluxlab.junit.FasterThan}, {@link io.fluxlab.junit.NeverBlocksLoop},
 * {@link io.fluxlab.junit.StaysOnItsLane} and {@link io.fluxlab.junit.Recommends}. Each expectation holds, fails, or can't be
 * told. {@link io.fluxlab.junit.FluxlabAssertions} asserts the same of a comparison in a plain test.
 */
@NullMarked
package io.fluxlab.junit;

import org.jspecify.annotations.NullMarked;
