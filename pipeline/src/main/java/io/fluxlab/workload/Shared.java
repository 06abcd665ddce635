package io.fluxlab.workload;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/** What all tasks of one run share, from before the first of them until after the last. Thread-safe. */
final class Shared<S> {

    private final Lifecycle<S> lifecycle;
    private volatile @Nullable S value;
    private boolean closed;

    Shared(Lifecycle<S> lifecycle) {
        this.lifecycle = lifecycle;
    }

    /** Completes once it is there. Lazy; once. */
    Mono<Void> open() {
        Lifecycle.Opening<S> opening = lifecycle.opening();
        return opening == null
                ? Mono.empty()
                : Mono.fromCallable(() -> opening.open(this::keep))
                        .flatMap(Mono::from)
                        .then();
    }

    S get() {
        S shared = value;
        if (shared == null) {
            throw new IllegalStateException("nothing is shared: the workload's builder was not told what to open");
        }
        return shared;
    }

    /** Releases what was made. Lazy; once. */
    Mono<Void> close() {
        return Mono.defer(() -> {
            S shared = closing();
            return shared == null ? Mono.empty() : release(shared);
        });
    }

    private synchronized @Nullable S closing() {
        closed = true;
        return value;
    }

    private void keep(S shared) {
        if (!wasKept(shared)) { // whoever made it did not hear of the cancel, and nobody else will release it
            release(shared).subscribe(none -> {}, error -> Operators.onErrorDropped(error, Context.empty()));
        }
    }

    private synchronized boolean wasKept(S shared) {
        if (!closed) {
            value = shared;
        }
        return !closed;
    }

    private Mono<Void> release(S shared) {
        return Mono.<Publisher<?>>fromCallable(() -> lifecycle.close().apply(shared))
                .flatMap(Mono::from)
                .then();
    }
}
