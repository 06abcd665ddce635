package io.fluxlab.server;

import io.fluxlab.claim.Allowance;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RemoteCpu;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.server.identity.Caller;
import io.fluxlab.server.quota.Quotas;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/** The runs and comparisons that go on in a server: counts them, and ends them when the server stops. Thread-safe. */
final class Runs {

    /** A run that was cancelled may take so long to let go of its threads, and counts until then. */
    private static final Duration LETTING_GO = Duration.ofSeconds(1);

    private static final Duration LOOK = Duration.ofMillis(20);

    private final ServerLimits limits;
    private final Quotas quotas;
    private final Scheduler clock;
    private final Optional<RunDeadline> deadline;
    private final Optional<RunDeadline> deadlineOfSteps;
    /** Those whose subscribers have not learned of their end, which they do just after it counts no more. */
    private final AtomicInteger answering = new AtomicInteger();

    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Sinks.Empty<Void> stopped = Sinks.empty();
    private final Sinks.Empty<Void> cancelled = Sinks.empty();

    /**
     * @param starts on which those begin that had to wait
     */
    Runs(ServerLimits limits, Scheduler clock, Scheduler starts) {
        this.limits = limits;
        this.quotas = new Quotas(limits.sharing(), limits.runsAtOnce(), clock, starts);
        this.clock = clock;
        this.deadline = limits.perRun().runTime().map(time -> RunDeadline.of(time, clock));
        this.deadlineOfSteps = limits.perRun().runTime().map(time -> RunDeadline.ofSteps(time, clock));
    }

    /** The answer to any request, which counts as a stream from its subscription to its end. */
    <T> Flux<T> stream(Caller caller, Flux<T> answer) {
        return quotas.stream(caller, answer);
    }

    /** How many go on, in all connections. */
    int count() {
        return quotas.running();
    }

    /** How many wait for their turn. */
    int waiting() {
        return quotas.waiting();
    }

    /**
     * A stream that starts when it is its turn, and counts until just before its subscriber learns of its end; it fails
     * where the caller has no right to a turn, and where its {@link RunDeadline} has come.
     *
     * @param ofConnection how many go on, or wait, in its connection
     * @param check throws what is wrong with it; asked where it would have to wait, or can't, since the rest find out at once
     */
    <T> Flux<T> counted(Caller caller, AtomicInteger ofConnection, Runnable check, Flux<T> events) {
        return counted(() -> new Visit(caller, ofConnection, check, deadline), events);
    }

    /** A stream of several runs that follow one another, and count as one. */
    <T> Flux<T> countedAsOne(Caller caller, AtomicInteger ofConnection, Runnable check, Flux<T> events) {
        return counted(() -> new Visit(caller, ofConnection, check, deadlineOfSteps), events);
    }

    private <T> Flux<T> counted(Callable<Visit> entering, Flux<T> events) {
        return Flux.defer(() -> {
            answering.incrementAndGet();
            return Flux.using(
                            entering,
                            visit -> visit.comes().thenReturn(visit).flatMapMany(here -> here.watched(events)),
                            Visit::leave)
                    .doFinally(signal -> answering.decrementAndGet());
        });
    }

    /** One run or comparison from when it is asked for until it is over. */
    private final class Visit {

        private final AtomicInteger ofConnection;
        private final Optional<RunDeadline> end;
        private final Quotas.Stay stay;
        private volatile boolean isCancelled;

        Visit(Caller caller, AtomicInteger ofConnection, Runnable check, Optional<RunDeadline> end) {
            if (stopping.get()) {
                throw stops();
            }
            this.ofConnection = ofConnection;
            this.end = end;
            int now = ofConnection.incrementAndGet();
            try {
                checkConnection(now);
                stay = entered(caller, check);
            } catch (RuntimeException e) {
                ofConnection.decrementAndGet();
                throw e;
            }
        }

        private Quotas.Stay entered(Caller caller, Runnable check) {
            Quotas.Stay found;
            Optional<Duration> longest = end.flatMap(RunDeadline::latest).map(LETTING_GO::plus);
            try {
                found = quotas.enter(caller, ofConnection, longest);
            } catch (RejectedRequestException e) {
                check.run(); // who makes a mistake need not come again when there is room
                throw e;
            }
            try {
                if (found.isWaiting()) {
                    check.run();
                }
                return found;
            } catch (RuntimeException e) {
                found.end();
                throw e;
            }
        }

        private void checkConnection(int now) {
            if (now > limits.runsPerConnection()) {
                throw RejectedRequestException.limit("runsPerConnection", limits.runsPerConnection(), now);
            }
        }

        /** Those that wait are not kept waiting by a server that stops. */
        Mono<Void> comes() {
            Mono<Void> stops = stopped.asMono().then(Mono.error(Runs::stops));
            return Mono.firstWithSignal(stay.comes(), stops);
        }

        <T> Flux<T> watched(Flux<T> events) {
            Flux<T> cancelled = events.doOnCancel(() -> isCancelled = true);
            return end.map(deadline -> deadline.of(cancelled)).orElse(cancelled).contextWrite(context -> {
                Allowance others =
                        context.<Allowance>getOrEmpty(Allowance.class).orElse(Allowance.ANY);
                return context.put(Allowance.class, stay.and(others)).put(RemoteCpu.class, stay);
            });
        }

        void leave() {
            if (isCancelled) {
                clock.schedule(this::end, LETTING_GO.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                end();
            }
        }

        private void end() {
            ofConnection.decrementAndGet();
            stay.end();
        }
    }

    /** Tells a run to end when the server can't wait any longer. */
    Mono<SteerCommand> cancellation() {
        return cancelled.asMono().then(Mono.just(SteerCommand.CANCEL));
    }

    /** Fails when the server can't wait any longer. */
    Mono<Void> failure() {
        return cancelled.asMono().then(Mono.error(Runs::stops));
    }

    private static RejectedRequestException stops() {
        return new RejectedRequestException("server-stopping", "the server stops and starts no new runs", List.of());
    }

    /** Starts no new run, waits for those that go on, then cancels them and waits a little longer. */
    Mono<Void> stop(Duration grace, Duration afterwards) {
        return Mono.fromRunnable(() -> {
                    stopping.set(true);
                    stopped.tryEmitEmpty();
                })
                .then(idle(grace))
                .then(Mono.fromRunnable(cancelled::tryEmitEmpty))
                .then(idle(afterwards));
    }

    private Mono<Void> idle(Duration most) {
        return Flux.interval(Duration.ZERO, LOOK, clock)
                .onBackpressureDrop()
                .takeUntil(tick -> count() == 0 && answering.get() == 0)
                .then()
                .timeout(most, Mono.empty(), clock);
    }
}
