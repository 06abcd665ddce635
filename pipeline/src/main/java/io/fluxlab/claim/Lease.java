package io.fluxlab.claim;

import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The right to what was claimed, for as long as anybody makes use of it. What is claimed is free again when the last user
 * has left: a run that was cancelled still has its threads for a while. Implementations are thread-safe.
 */
public interface Lease {

    /** Of whoever needs no right. */
    Lease NONE = new Lease() {
        @Override
        public void enter() {}

        @Override
        public void leave() {}

        @Override
        public void linger() {}
    };

    /** There is one more user. To be called by a user. */
    void enter();

    /** A user has let go of everything. */
    void leave();

    /** Something was told to end that nobody waits for: the claim stays for a while after the last user has left. */
    void linger();

    /**
     * Makes use of it from when a resource is made until it is closed, however the stream ends. Cold. Completion and
     * errors come after that; cancel does not wait.
     */
    default <R, T> Flux<T> during(
            Supplier<R> resource, Function<R, ? extends Publisher<T>> use, Function<R, Mono<Void>> close) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> {
                    R made = resource.get();
                    enter();
                    return made;
                }),
                use,
                made -> Mono.defer(() -> close.apply(made)).doOnTerminate(this::leave));
    }
}
