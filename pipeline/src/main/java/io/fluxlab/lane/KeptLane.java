package io.fluxlab.lane;

import reactor.core.publisher.Mono;

/**
 * A lane for several runs that follow one another, which keeps between them what is dear to make. Not more than one run
 * at a time. Whoever asked for it closes it.
 */
public interface KeptLane extends Lane {

    /** Releases what was kept. Starts at subscription; to be called when no run goes on. */
    Mono<Void> close();
}
