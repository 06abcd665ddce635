/**
 * Conditions on a verdict that fail a build: {@code parallel.speedup < 1.5}, {@code bystander.p99 > 50ms},
 * {@code recommended != parallel}. A {@link io.fluxlab.cli.gate.Gate} compares one figure of one lane, or the name of the
 * recommended lane, with a value.
 */
@NullMarked
package io.fluxlab.cli.gate;

import org.jspecify.annotations.NullMarked;
