package io.fluxlab.lecture.loops;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.loops.CoroutineMoment.Ended;
import io.fluxlab.lecture.loops.CoroutineMoment.Printed;
import io.fluxlab.trace.Tracer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * The lecture's coroutines (Asyncio): {@code calc} counts down and makes a note of every tenth number, {@code status}
 * looks at the note and prints it where it has changed. {@code await asyncio.sleep(..)} is {@link Mono#delay} on the loop
 * that both share, and a global variable is a plain field: there is one thread, and nobody is interrupted between two
 * waits. For one subscription, confined to the loop.
 *
 * <p>As in Python, a start that is a multiple of ten leaves the note at 10 for ever, and {@code status} never ends; with
 * any other start it ends before the first note. Once {@code calc} has ended, {@code status} has some turns left and is
 * then told to end.
 */
final class CalcAndStatus {

    private static final int LAST_TURNS = 10;
    private static final String STATUS = "status";

    /** What is printed, with its text, as long as nobody takes it. */
    private static final Claim PRINTED = Claim.ofHeapBytes(256);

    private final int from;
    private final Duration pause;
    private final Scheduler loop;
    private final Tracer tracer;
    private final Set<String> threads = new TreeSet<>();
    private int res;
    private int previous;
    private boolean calcEnded;
    private boolean statusEnded;
    private int turnsAfterCalc;
    private long lastTurnNanos;
    private long longestPauseNanos;

    /**
     * Two coroutines that have not begun.
     *
     * @param from the number that {@code calc} counts down from
     * @param pause how long each of them sleeps between two turns
     * @param loop which both run on
     * @param tracer takes down whose turn it is
     */
    CalcAndStatus(int from, Duration pause, Scheduler loop, Tracer tracer) {
        this.from = from;
        this.pause = pause;
        this.loop = loop;
        this.tracer = tracer;
    }

    /** What two coroutines take that are far ahead of whoever listens. */
    static Claim claim(int from) {
        return PRINTED.times(from + from / 10 + LAST_TURNS);
    }

    /**
     * Everything that the two print, in order, and how they ended. Cold; subscribed on the loop wherever it is subscribed
     * from. A slow subscriber does not slow them down: what they print waits for it.
     *
     * @param extra what else {@code calc} does, and waits for, after it has printed a number
     */
    Flux<CoroutineMoment> run(IntFunction<Mono<Void>> extra) {
        return Flux.<CoroutineMoment>merge(calc(extra), status())
                .concatWith(Mono.fromSupplier(this::ended))
                .onBackpressureBuffer()
                .subscribeOn(loop);
    }

    private Flux<Printed> calc(IntFunction<Mono<Void>> extra) {
        return Flux.range(0, from)
                .map(step -> from - step)
                .concatMap(number -> Flux.concat(List.of(
                        Mono.fromSupplier(() -> turn("calc", () -> calcTurn(number))),
                        extra.apply(number).then(Mono.delay(pause, loop)).then(Mono.empty()))))
                .doOnComplete(() -> calcEnded = true);
    }

    // tag::turns[]
    private Printed calcTurn(int number) {
        if (number % 10 == 0) {
            res = number;
        }
        return printed("calc", number, String.valueOf(number));
    }
    // end::turns[]

    private Flux<Printed> status() {
        Flux<Printed> turns = Mono.defer(() -> turn(STATUS, this::statusTurn))
                .repeatWhen(ended -> ended.delayElements(pause, loop).takeWhile(turn -> statusGoesOn()));
        return Flux.defer(() -> {
            lastTurnNanos = System.nanoTime();
            return statusGoesOn() ? turns : Flux.empty();
        });
    }

    // tag::status[]
    private Mono<Printed> statusTurn() {
        long now = System.nanoTime();
        longestPauseNanos = Math.max(longestPauseNanos, now - lastTurnNanos);
        lastTurnNanos = now;
        if (res == previous) {
            return Mono.empty();
        }
        previous = res;
        return Mono.just(printed("status", res, res + " numbers remain"));
    }
    // end::status[]

    /** A coroutine has its turn: it runs until it waits, and what it makes of the note is taken down. */
    private <T> T turn(String coroutine, Supplier<T> run) {
        if (!tracer.isOn()) {
            return run.get();
        }
        tracer.running(coroutine);
        int before = res;
        T result = run.get();
        if (coroutine.equals(STATUS)) {
            tracer.read("res", res);
        } else if (res != before) {
            tracer.wrote("res", res);
        }
        tracer.sleeping();
        return result;
    }

    private boolean statusGoesOn() {
        turnsAfterCalc += calcEnded ? 1 : 0;
        statusEnded = res == 0;
        return res > 0 && turnsAfterCalc <= LAST_TURNS;
    }

    private Printed printed(String by, int number, String text) {
        String thread = Thread.currentThread().getName();
        threads.add(thread);
        return new Printed(by, number, text, thread);
    }

    private Ended ended() {
        return new Ended(calcEnded, statusEnded, res, longestPauseNanos / 1e6, List.copyOf(threads));
    }
}
