package io.fluxlab.lecture.locks;

import io.fluxlab.lecture.locks.DeadlockWorkload.Parameters;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.Iterator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;

/**
 * The circle without locks: what they would guard is touched on one thread only. Whoever needs its own thing and its
 * neighbour's gets both at once, or waits, with nothing in its hands, until both are free. Confined to the scheduler's thread.
 */
final class ConfinedTakers {

    private final Parameters parameters;
    private final Scheduler scheduler;
    private final Duration stay;
    private final HeldLocks tally = new HeldLocks();
    private final BitSet taken = new BitSet();
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    /** Of a scheduler with one thread. */
    ConfinedTakers(Parameters parameters, Scheduler scheduler) {
        this.parameters = parameters;
        this.scheduler = scheduler;
        this.stay = Duration.ofMillis(parameters.stayMillis());
    }

    /** Everyone's turns, at the end of which it says what it saw. Cold; cancel ends it at once. */
    Mono<Circle> turns() {
        return Flux.range(0, parameters.takers())
                .flatMap(this::turnsOf, parameters.takers())
                .then(Mono.fromCallable(() -> tally.through(parameters)));
    }

    private Mono<Void> turnsOf(int taker) {
        return Mono.defer(() -> both(taker))
                .subscribeOn(scheduler)
                .delayElement(stay, scheduler)
                .doOnNext(this::giveBack)
                .repeat(parameters.turns() - 1L)
                .then();
    }

    private Mono<Integer> both(int taker) {
        return Mono.create(sink -> {
            Waiting one = new Waiting(taker, sink);
            if (!served(one)) {
                waiting.add(one);
            }
        });
    }

    private boolean served(Waiting one) {
        int neighbour = neighbour(one.taker());
        if (taken.get(one.taker()) || taken.get(neighbour)) {
            return false;
        }
        taken.set(one.taker());
        taken.set(neighbour);
        tally.tookBoth();
        one.sink().success(one.taker());
        return true;
    }

    private void giveBack(int taker) {
        taken.clear(taker);
        taken.clear(neighbour(taker));
        tally.givesBothBack();
        for (Iterator<Waiting> all = waiting.iterator(); all.hasNext(); ) {
            if (served(all.next())) {
                all.remove();
            }
        }
    }

    private int neighbour(int taker) {
        return (taker + 1) % parameters.takers();
    }

    private record Waiting(int taker, MonoSink<Integer> sink) {}
}
