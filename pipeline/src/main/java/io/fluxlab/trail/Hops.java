package io.fluxlab.trail;

import java.util.function.Consumer;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * Shows on which threads a {@code Flux} or {@code Mono} really runs:
 *
 * <pre>{@code
 * orders.transform(Hops.to(path -> log.info("{}", path)))
 * // main (0.1 ms) ─subscribeOn→ boundedElastic-3 (2 ms) ─publishOn→ parallel-1 (1 ms, 5 items)
 * }</pre>
 *
 * <p>Works on what is already assembled, and on what is assembled while it runs, as {@code flatMap} does: what Reactor's
 * schedulers are given to run is followed from thread to thread, while something is watched. Threads that do not come from
 * a scheduler are seen where the last signals arrive. Stateless; thread-safe.
 */
public final class Hops {

    private Hops() {}

    /**
     * The same items and signals; each subscription's path is told when it has ended. Lazy; cancel goes through, and then no
     * path is told. Never blocks and fails with what the source fails with.
     *
     * @param listener is told before the last signal goes on, on the thread that it comes on; must not block
     */
    public static <T> Flux<T> of(Publisher<T> source, Consumer<HopPath> listener) {
        return new HopFlux<>(Flux.from(source), listener);
    }

    /** {@link #of} as an operator, to be handed to {@link Flux#transform}. */
    public static <T> Function<Flux<T>, Publisher<T>> to(Consumer<HopPath> listener) {
        return source -> of(source, listener);
    }
}
