/**
 * From the figures of single runs to a verdict: pure computation, no clock, no thread, no randomness.
 *
 * <p>One run gives a {@link io.fluxlab.verdict.LaneSample}. A {@link io.fluxlab.verdict.Tally} of them compares every lane
 * with the baseline lane, round by round: each {@link io.fluxlab.verdict.RatioEstimate} is the median of those ratios with
 * its {@link io.fluxlab.verdict.Interval}, and leads to an {@link io.fluxlab.verdict.Outcome}. A
 * {@link io.fluxlab.verdict.StoppingRule} says when the rounds are enough. The {@link io.fluxlab.verdict.Verdict} holds a
 * {@link io.fluxlab.verdict.LaneVerdict} for each lane, the lane to use with the reason, and every
 * {@link io.fluxlab.verdict.Warning}.
 */
@NullMarked
package io.fluxlab.verdict;

import org.jspecify.annotations.NullMarked;
