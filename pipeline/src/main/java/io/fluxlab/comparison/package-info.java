/**
 * One workload on several lanes, round by round in random order, ending in a verdict:
 * {@link io.fluxlab.comparison.ComparisonRequest} in, {@link io.fluxlab.comparison.ComparisonEvent}s out.
 */
@NullMarked
package io.fluxlab.comparison;

import org.jspecify.annotations.NullMarked;
