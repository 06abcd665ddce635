package io.fluxlab.junit.trial;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One call of a body as a publisher that says nothing but whether it went well. */
final class BodyPublisher {

    private BodyPublisher() {}

    /**
     * Calls the body at subscription, subscribes to what it returns where that is a publisher, and waits for it where it is
     * a stage; cancel reaches both. The items are left out: two calls of a test's body may well differ in what they return.
     */
    static Flux<Object> of(Callable<? extends @Nullable Object> body) {
        return Flux.defer(() -> {
            try {
                return ended(body.call());
            } catch (Exception e) {
                return Flux.error(e);
            }
        });
    }

    private static Flux<Object> ended(@Nullable Object returned) {
        if (returned instanceof Publisher<?> publisher) {
            return Flux.<Object>from(publisher).ignoreElements().flux();
        }
        return returned instanceof CompletionStage<?> stage
                ? Mono.<Object>fromCompletionStage(stage).ignoreElement().flux()
                : Flux.empty();
    }
}
