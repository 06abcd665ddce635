package io.fluxlab.error;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Ends streams before they end themselves. Stateless; thread-safe. */
public final class EarlyEnd {

    private EarlyEnd() {}

    /**
     * The events until something else fails: they are cancelled then, and end with its error, whatever the demand. That it
     * emits or completes changes nothing. Lazy; cancel cancels both.
     *
     * <p>{@link Flux#takeUntilOther} passes such an error on, and leaves what makes the events as it is: it would go on for
     * nobody.
     */
    public static <T> Flux<T> where(Flux<T> events, Publisher<?> fails) {
        return Flux.defer(() -> {
            AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
            Mono<Throwable> failed = Flux.from(fails)
                    .then(Mono.<Throwable>never())
                    .onErrorResume(Mono::just)
                    .doOnNext(failure::set);
            Mono<T> error = Mono.defer(() -> {
                Throwable why = failure.get();
                return why == null ? Mono.empty() : Mono.error(why);
            });
            return Flux.concat(List.of(events.takeUntilOther(failed), error));
        });
    }
}
