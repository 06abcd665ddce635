package io.fluxlab.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How to close what a run has opened: in the reverse order, one after the other, also where one of them fails. Several
 * nested {@code usingWhen} would close all at once on cancel, and take the loops away from tasks that are still letting
 * go. Filled by one thread, before anyone can cancel.
 */
final class OpenedResources {

    private final Deque<Supplier<Mono<Void>>> closings = new ArrayDeque<>();

    void add(Supplier<Mono<Void>> closing) {
        closings.push(closing);
    }

    /** Closes everything. Starts at subscription. */
    Mono<Void> close() {
        return Flux.fromIterable(closings)
                .concatMapDelayError(Supplier::get, true, 1)
                .then();
    }
}
