package io.fluxlab.spring;

import io.fluxlab.verdict.Verdict;
import java.time.Instant;

/**
 * How a comparison ended, and when. Immutable.
 *
 * @param comparison what was compared
 * @param at when the verdict was given
 */
public record GivenVerdict(Activity comparison, Instant at, Verdict verdict) {}
