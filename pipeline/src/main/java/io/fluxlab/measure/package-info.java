/**
 * Measuring one run: latencies as people feel them, and how such figures are written.
 *
 * <p>A {@link io.fluxlab.measure.LatencyRecorder} takes single latencies while a run goes on and gives them back as a
 * {@link io.fluxlab.measure.Latency}, for the time since the last look or for the whole run.
 */
@NullMarked
package io.fluxlab.measure;

import org.jspecify.annotations.NullMarked;
