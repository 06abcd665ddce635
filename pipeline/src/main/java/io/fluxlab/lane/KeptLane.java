package io.fluxlab.lane;

import reactor.core.publisher.Mono;

/**
 * A lane for several runs that follow one another, which keeps between them what is dear to make. Not more than one run
 * at a time. Immutable.
 *
 * @param lane the lane
 * @param close releases what was kept: for whoever asked for it, when no run goes on. Starts at subscription
 */
public record KeptLane(Lane lane, Mono<Void> close) {}
