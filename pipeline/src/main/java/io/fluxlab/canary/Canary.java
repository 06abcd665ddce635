package io.fluxlab.canary;

import java.time.Duration;
import reactor.core.publisher.Mono;

/** A small observer of one thing that tasks share with others. Thread-safe. */
public interface Canary {

    /** It is due again and again from now on. Called once. */
    void start();

    /**
     * How late it was since the previous call. What waits longer than two periods counts with the time that it has waited, in
     * this interval alone.
     */
    CanaryReading interval();

    /**
     * It is due no more. Completes with its reading, on any thread, once everything that was due has had its answer, or after
     * {@code patience}: what has no answer then counts with the time that it has waited. Starts at subscription; cancel
     * changes nothing.
     */
    Mono<CanaryReading> finish(Duration patience);

    /** Lets go of whatever it holds, also where it has not finished. */
    default void close() {}
}
