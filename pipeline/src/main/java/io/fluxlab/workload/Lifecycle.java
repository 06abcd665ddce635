package io.fluxlab.workload;

import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * How what all tasks of a run share is made, and how it is released. Immutable.
 *
 * @param opening makes it; null where nothing is shared
 * @param close releases it, at subscription
 */
record Lifecycle<S>(@Nullable Opening<S> opening, Function<? super S, ? extends Publisher<?>> close) {

    /** Makes what is shared. */
    @FunctionalInterface
    interface Opening<S> {
        /** Completes once it was made; it goes to {@code keep} the moment it is there, whoever waits for the end. */
        Publisher<?> open(Consumer<S> keep) throws Exception;
    }

    static <S> Lifecycle<S> none() {
        return new Lifecycle<>(null, shared -> Mono.empty());
    }

    static <S> Lifecycle<S> opened(Opening<S> opening) {
        return new Lifecycle<>(opening, shared -> Mono.empty());
    }

    Lifecycle<S> closed(Function<? super S, ? extends Publisher<?>> newClose) {
        return new Lifecycle<>(opening, newClose);
    }

    /** What the call returns. */
    static <S> Opening<S> returned(Callable<? extends S> open) {
        return keep -> {
            S shared = open.call();
            if (shared == null) {
                throw new IllegalStateException("what is opened must not be null");
            }
            keep.accept(shared);
            return Mono.empty();
        };
    }

    /** What the publisher emits first. */
    static <S> Opening<S> emitted(Callable<? extends Publisher<? extends S>> open) {
        return keep -> Mono.from(open.call())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("what is opened must be emitted, was empty")))
                .doOnNext(keep);
    }
}
