package io.fluxlab.junit.trial;

import io.fluxlab.run.RunEvent.RunFinished;
import java.time.Duration;
import java.util.function.IntFunction;
import reactor.core.publisher.Mono;

/**
 * Finds how many calls a task has to make so that a run takes some 100 ms where one task follows the other: one call is
 * tried, then four times as many, until they take long enough to go by. Stateless.
 */
final class Sizing {

    private static final long RUN_NANOS = Duration.ofMillis(100).toNanos();
    private static final long ENOUGH_NANOS = Duration.ofMillis(20).toNanos();
    private static final int GROWTH = 4;
    private static final int MOST_CALLS = 1 << 20;

    private Sizing() {}

    /** The number of calls, given a run of one task with so many calls. Starts at subscription. */
    static Mono<Integer> calls(int tasks, IntFunction<Mono<RunFinished>> run) {
        return tried(1, tasks, run);
    }

    private static Mono<Integer> tried(int calls, int tasks, IntFunction<Mono<RunFinished>> run) {
        return run.apply(calls).flatMap(end -> {
            long nanos = Math.max(1, end.summary().wallNanos());
            if (nanos < ENOUGH_NANOS && calls < MOST_CALLS) {
                return tried(calls * GROWTH, tasks, run);
            }
            double perCall = (double) nanos / calls;
            return Mono.just((int) Math.clamp(Math.round(RUN_NANOS / perCall / tasks), 1, MOST_CALLS));
        });
    }
}
