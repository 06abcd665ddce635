package io.fluxlab.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the tasks of tests do. */
public final class Bodies {

    /** Blocks its thread until that is interrupted. */
    public static final Tasks.Body BLOCKER = (task, context) -> Mono.fromCallable(() -> context.blocking(() -> {
        new CountDownLatch(1).await();
        return task;
    }));

    /** Counts for ever, and says how far it is. */
    public static final Tasks.Body SPINNER = (task, context) -> Mono.fromRunnable(() -> {
        for (long done = 0; ; done++) {
            context.checkpoint(done);
        }
    });

    /** Waits for ever without a thread. */
    public static final Tasks.Body WAITER = (task, context) -> Mono.delay(Duration.ofHours(1), context.timer());

    /** Emits for ever. */
    public static final Tasks.Body SOURCE = (task, context) -> Flux.generate(sink -> sink.next(task));

    /** Emits for ever, and not on the lane's thread. */
    public static final Tasks.Body DRIP = (task, context) ->
            Flux.interval(Duration.ofNanos(50_000), context.timer()).onBackpressureDrop();

    private Bodies() {}

    /** Those that never end by themselves, by name. */
    public static Stream<Endless> endless() {
        return Stream.of(
                new Endless("blocker", BLOCKER),
                new Endless("spinner", SPINNER),
                new Endless("waiter", WAITER),
                new Endless("source", SOURCE),
                new Endless("drip", DRIP));
    }

    /** The one of this name. */
    public static Endless endless(String name) {
        return endless().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
    }

    /** A body with a name, for parameterized tests. */
    public record Endless(String name, Tasks.Body body) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Emits 0, 1, 2, ... for ever and counts how many it was asked for and emitted. */
    public static Tasks.Body counting(AtomicLong emitted) {
        return (task, context) -> Flux.generate(() -> 0L, (next, sink) -> {
            emitted.incrementAndGet();
            sink.next(next);
            return next + 1;
        });
    }

    /** How many bodies are at work at once. Thread-safe. */
    public static final class Crowd {
        private final AtomicInteger now = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        public void enter() {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
        }

        public void leave() {
            now.decrementAndGet();
        }

        /** Begins to count the most anew. */
        public void forget() {
            most.set(now.get());
        }

        public int now() {
            return now.get();
        }

        public int most() {
            return most.get();
        }
    }
}
