/**
 * What a body is expected to be, and whether it is: an {@link io.fluxlab.junit.expectation.Expectation} looks at the
 * {@link io.fluxlab.junit.expectation.Evidence} and gives an {@link io.fluxlab.junit.expectation.Answer}. No clock, no
 * thread.
 */
@NullMarked
package io.fluxlab.junit.expectation;

import org.jspecify.annotations.NullMarked;
