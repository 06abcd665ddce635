package io.fluxlab.server;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.SteerCommand;
import java.time.Duration;
import java.util.List;
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
    private final Scheduler clock;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean stopping = new AtomicBoolean();
    private final Sinks.Empty<Void> cancelled = Sinks.empty();

    Runs(ServerLimits limits, Scheduler clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** How many go on, in all connections. */
    int count() {
        return running.get();
    }

    /**
     * Counts a stream from its subscription until just before its subscriber learns of its end; it fails where there are too many already.
     *
     * @param ofConnection how many go on in its connection
     */
    <T> Flux<T> counted(AtomicInteger ofConnection, Flux<T> events) {
        return Flux.defer(() -> {
            if (stopping.get()) {
                return Flux.error(stops());
            }
            take("runsPerConnection", ofConnection, limits.runsPerConnection());
            try {
                take("runsAtOnce", running, limits.runsAtOnce());
            } catch (RejectedRequestException e) {
                ofConnection.decrementAndGet();
                throw e;
            }
            Runnable once = once(() -> ended(ofConnection));
            return events.doOnTerminate(once)
                    .doOnCancel(() -> clock.schedule(once, LETTING_GO.toMillis(), TimeUnit.MILLISECONDS));
        });
    }

    /** A subscriber may cancel what has just ended. */
    private static Runnable once(Runnable action) {
        AtomicBoolean done = new AtomicBoolean();
        return () -> {
            if (done.compareAndSet(false, true)) {
                action.run();
            }
        };
    }

    private static void take(String limit, AtomicInteger count, int most) {
        int now = count.incrementAndGet();
        if (now > most) {
            count.decrementAndGet();
            throw RejectedRequestException.limit(limit, most, now);
        }
    }

    private void ended(AtomicInteger ofConnection) {
        ofConnection.decrementAndGet();
        running.decrementAndGet();
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
        return Mono.fromRunnable(() -> stopping.set(true))
                .then(idle(grace))
                .then(Mono.fromRunnable(cancelled::tryEmitEmpty))
                .then(idle(afterwards));
    }

    private Mono<Void> idle(Duration most) {
        return Flux.interval(Duration.ZERO, LOOK, clock)
                .onBackpressureDrop()
                .takeUntil(tick -> running.get() == 0)
                .then()
                .timeout(most, Mono.empty(), clock);
    }
}
