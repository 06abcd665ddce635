package io.fluxlab.junit.trial;

import java.time.Duration;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;

/**
 * Finds how many calls a task has to make so that a run takes some 100 ms where one task follows the other: one call is
 * tried, then four times as many, until they take long enough to go by, twice in a row: the first call is a cold one, and may
 * take as long as thousands that follow. Stateless.
 */
final class Sizing {

    private static final long RUN_NANOS = Duration.ofMillis(100).toNanos();
    private static final long ENOUGH_NANOS = Duration.ofMillis(20).toNanos();
    private static final int GROWTH = 4;
    private static final int MOST_CALLS = 1 << 20;

    private Sizing() {}

    /** The number of calls, given what a run of one task with so many calls takes, in nanoseconds. Starts at subscription. */
    static Mono<Integer> calls(int tasks, IntFunction<Mono<Long>> run) {
        return tried(1, tasks, run, false);
    }

    private static Mono<Integer> tried(int calls, int tasks, IntFunction<Mono<Long>> run, boolean isWarm) {
        return run.apply(calls).flatMap(nanos -> {
            if (nanos < ENOUGH_NANOS && calls < MOST_CALLS) {
                return tried(calls * GROWTH, tasks, run, false);
            }
            if (!isWarm) {
                return tried(calls, tasks, run, true);
            }
            double perCall = (double) Math.max(1, nanos) / calls;
            return Mono.just(Math.clamp(Math.round(RUN_NANOS / perCall / tasks), 1, MOST_CALLS));
        });
    }
}
