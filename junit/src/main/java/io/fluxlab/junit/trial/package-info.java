/**
 * The way from a body to evidence: a {@link io.fluxlab.junit.trial.Trial} compares the lanes, beside which the body's calls
 * are counted and the event loop's thread is looked at.
 */
@NullMarked
package io.fluxlab.junit.trial;

import org.jspecify.annotations.NullMarked;
