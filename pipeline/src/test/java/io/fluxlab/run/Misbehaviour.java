package io.fluxlab.run;

import java.util.function.Function;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A way in which a body can break down, and a part of what its task's failure must say. */
public record Misbehaviour(String name, String message, Function<Object, Publisher<?>> broken) {

    public static Stream<Misbehaviour> all() {
        return Stream.of(
                of("throws instead of a body", "bad luck", none -> {
                    throw new IllegalStateException("bad luck");
                }),
                of("has no body", "NullPointerException", none -> null),
                of(
                        "throws in its callable",
                        "bad luck",
                        none -> Mono.fromCallable(() -> {
                            throw new IllegalStateException("bad luck");
                        })),
                of("signals an error", "bad luck", none -> Flux.error(new IllegalStateException("bad luck"))),
                of("throws in subscribe", "bad luck", none -> (Publisher<Object>) subscriber -> {
                    throw new IllegalStateException("bad luck");
                }),
                of(
                        "overflows its stack",
                        "StackOverflowError",
                        none -> Flux.range(0, 2).map(Misbehaviour::recurse)),
                of(
                        "runs out of memory",
                        "bad luck",
                        none -> Mono.fromRunnable(() -> {
                            throw new OutOfMemoryError("bad luck");
                        })),
                of(
                        "lacks a class",
                        "bad luck",
                        none -> Mono.fromRunnable(() -> {
                            throw new NoClassDefFoundError("bad luck");
                        })),
                of("emits null", "must not be null", none -> (Publisher<Object>)
                        subscriber -> subscriber.onSubscribe(new Idle(() -> subscriber.onNext(null)))),
                of(
                        "fails fatally when asked for more",
                        "bad luck",
                        none -> Flux.range(0, 5_000).map(i -> {
                            if (i == 4_000) {
                                throw new StackOverflowError("bad luck");
                            }
                            return i;
                        })),
                of(
                        "fails when asked for more",
                        "bad luck",
                        none -> Flux.range(0, 5_000).map(i -> {
                            if (i == 4_000) {
                                throw new IllegalStateException("bad luck");
                            }
                            return i;
                        })));
    }

    /** The one of this name. */
    public static Misbehaviour named(String name) {
        return all().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** Emits once, completes, and then goes on talking. */
    public static Publisher<?> talkative() {
        return (Publisher<Object>) subscriber -> subscriber.onSubscribe(new Idle(() -> {
            subscriber.onNext("first");
            subscriber.onComplete();
            subscriber.onNext("second");
            subscriber.onError(new IllegalStateException("bad luck"));
            subscriber.onComplete();
            subscriber.onSubscribe(new Idle(() -> {}));
        }));
    }

    public Publisher<?> body() {
        return broken.apply(this);
    }

    @Override
    public String toString() {
        return name;
    }

    private static Misbehaviour of(String name, String message, Function<Object, Publisher<?>> broken) {
        return new Misbehaviour(name, message, broken);
    }

    private static int recurse(int depth) {
        return depth < 0 ? 0 : recurse(depth + 1) + 1;
    }

    /** Does its one thing at the first request. */
    private static final class Idle implements Subscription {
        private final Runnable action;
        private boolean done;

        Idle(Runnable action) {
            this.action = action;
        }

        @Override
        public void request(long n) {
            if (!done) {
                done = true;
                action.run();
            }
        }

        @Override
        public void cancel() {}
    }
}
