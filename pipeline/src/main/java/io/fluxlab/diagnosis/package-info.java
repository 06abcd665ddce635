/**
 * What limits a workload on a lane. Whoever watched a run makes {@link io.fluxlab.diagnosis.Evidence} of it; each
 * {@link io.fluxlab.diagnosis.Rule} reads the evidence and may suspect one {@link io.fluxlab.diagnosis.Cause}; the
 * {@link io.fluxlab.diagnosis.Diagnosis} takes the one that explains most as the {@link io.fluxlab.diagnosis.Finding}.
 * A {@link io.fluxlab.diagnosis.Remedy} is what the lab can try by itself, and a {@link io.fluxlab.diagnosis.Proof} how that
 * came out. No clock, no thread, no words.
 */
@NullMarked
package io.fluxlab.diagnosis;

import org.jspecify.annotations.NullMarked;
