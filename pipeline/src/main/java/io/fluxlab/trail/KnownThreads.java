package io.fluxlab.trail;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Threads that whole applications share, by what they are called. */
public enum KnownThreads {
    /** Those of {@code Schedulers.parallel()}, on which Reactor's timers go on as well. */
    PARALLEL("parallel"),
    /** Those of {@code Schedulers.boundedElastic()}, also where they are virtual. */
    BOUNDED_ELASTIC("boundedElastic", "loomBoundedElastic"),
    /** The one of {@code Schedulers.single()}. */
    SINGLE("single"),
    /** Reactor Netty's event loops. */
    REACTOR_NETTY(
            "reactor-http-nio",
            "reactor-http-epoll",
            "reactor-http-kqueue",
            "reactor-tcp-nio",
            "reactor-tcp-epoll",
            "reactor-tcp-kqueue"),
    /** Those of {@code ForkJoinPool.commonPool()}: of {@code CompletableFuture} and parallel streams. */
    COMMON_POOL("ForkJoinPool.commonPool-worker"),
    /** Those on which a {@code CompletableFuture}'s delays and time limits end. */
    FUTURE_DELAYS("CompletableFutureDelayScheduler", "ForkJoinPool.commonPool-delayScheduler"),
    /** Any others. */
    OTHERS;

    private final List<String> names;

    KnownThreads(String... names) {
        this.names = List.of(names);
    }

    /** Which ones these are, by the name without its number. */
    public static KnownThreads called(String threads) {
        return Stream.of(values())
                .filter(known -> known.names.contains(threads))
                .findFirst()
                .orElse(OTHERS);
    }

    /** A name for programs, such as {@code bounded-elastic}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
