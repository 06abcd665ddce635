package io.fluxlab.server;

import io.fluxlab.error.EarlyEnd;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * Ends what is not over some time after it should be. The lab itself ends runs, comparisons and searches when their time is up,
 * but they count until their last event was taken, and a subscriber may never ask for it: what they hold is then given back
 * whatever the demand is. Immutable, thread-safe.
 *
 * @param runTime after which the lab ends a run, and starts no new round
 * @param patience for how long nobody need ask for the next event once that time is up
 * @param latest after so much time it is cancelled in any case; empty where nobody knows how long it takes
 * @param clock tells the time
 */
record RunDeadline(Duration runTime, Duration patience, Optional<Duration> latest, Scheduler clock) {

    /** So long a run may take to say its last, and a subscriber to ask for more. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    /** So long the rest of a round or step may take, and a subscriber that asks for its events one by one. */
    private static final Duration REST = Duration.ofSeconds(30);

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Of a run, a comparison or a search. */
    static RunDeadline of(Duration runTime, Scheduler clock) {
        return new RunDeadline(runTime, LAST_WORDS, Optional.of(runTime.plus(REST)), clock);
    }

    /** Of several of these, one after the other: as long as their events are asked for, each has an end of its own. */
    static RunDeadline ofSteps(Duration runTime, Scheduler clock) {
        return new RunDeadline(runTime, runTime.plus(LAST_WORDS), Optional.empty(), clock);
    }

    /** The events, and an error in place of the rest of them when the time has come; cancels then what makes them. */
    <T> Flux<T> of(Flux<T> events) {
        return Flux.defer(() -> {
            Demand demand = new Demand(clock);
            long startedNanos = clock.now(TimeUnit.NANOSECONDS);
            Flux<Long> end = Flux.interval(runTime.plus(LAST_WORDS), LOOK, clock)
                    .onBackpressureDrop()
                    .handle((tick, sink) -> {
                        Duration taken = Duration.ofNanos(clock.now(TimeUnit.NANOSECONDS) - startedNanos);
                        if (demand.isMissingFor(patience)) {
                            sink.error(over(taken, "nobody asks for its next event"));
                        } else if (latest.filter(most -> taken.compareTo(most) >= 0)
                                .isPresent()) {
                            sink.error(over(taken, "it was not over " + REST.toSeconds() + " s later"));
                        }
                    });
            return EarlyEnd.where(events.doOnRequest(demand::asked).doOnNext(event -> demand.met()), end);
        });
    }

    private RejectedRequestException over(Duration taken, String why) {
        String message = "runTime must be at most %d ms, was %d ms, and %s: it was cancelled"
                .formatted(runTime.toMillis(), taken.toMillis(), why);
        return new RejectedRequestException(
                "limit-exceeded", message, List.of(new FieldError("runTime", taken.toMillis(), message)));
    }

    /** How many events a subscriber has asked for and not got, and since when that is none. Thread-safe. */
    private static final class Demand {

        private final Scheduler clock;
        private long open;
        private long metNanos;

        Demand(Scheduler clock) {
            this.clock = clock;
            this.metNanos = now();
        }

        synchronized void asked(long more) {
            open = Operators.addCap(open, more);
        }

        synchronized void met() {
            if (open != Long.MAX_VALUE && --open == 0) {
                metNanos = now();
            }
        }

        synchronized boolean isMissingFor(Duration time) {
            return open == 0 && now() - metNanos >= time.toNanos();
        }

        private long now() {
            return clock.now(TimeUnit.NANOSECONDS);
        }
    }
}
