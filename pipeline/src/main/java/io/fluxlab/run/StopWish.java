package io.fluxlab.run;

import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The wish of whoever subscribes that runs end. Cancel ends a run at once, and nobody hears what it was doing; a run that is told
 * to end first says which of its tasks give no sign. It is found in the subscriber's context, also where that subscribes to a
 * comparison, whose runs nobody steers. Stateless.
 */
public final class StopWish {

    private StopWish() {}

    /** For {@link reactor.core.publisher.Flux#contextWrite}: every run is told to end once {@code wish} completes. */
    public static Function<Context, Context> told(Mono<Void> wish) {
        return context -> context.put(StopWish.class, wish);
    }

    /** Completes with the wish of this subscriber; never where it has none. */
    static Mono<Void> of(ContextView context) {
        return context.<Mono<Void>>getOrEmpty(StopWish.class).orElse(Mono.never());
    }
}
