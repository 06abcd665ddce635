/**
 * The original beside a scenario: the lecture's program in Python with what CPython printed, and its
 * {@link io.fluxlab.scenario.Twin} in Java, cut from the source that runs here, so that it can't drift.
 */
@NullMarked
package io.fluxlab.scenario.original;

import org.jspecify.annotations.NullMarked;
