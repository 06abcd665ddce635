package io.fluxlab.verdict;

import org.jspecify.annotations.Nullable;

/**
 * What to do about a verdict. Immutable.
 *
 * @param code what to write in Reactor: {@code body} is the {@code Mono} or {@code Flux} that was compared
 * @param note which scheduler that is, and why not another one, in a sentence or two; null where there is nothing to say
 */
public record Recommendation(String code, @Nullable String note) {}
