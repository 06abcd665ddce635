package io.fluxlab.history;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Forgets runs that are too old, and the oldest of those that take too much. Thread-safe. */
final class Retention {

    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final RunTable runs;
    private final HistorySettings settings;
    private final Scheduler clock;

    Retention(RunTable runs, HistorySettings settings, Scheduler clock) {
        this.runs = runs;
        this.settings = settings;
        this.clock = clock;
    }

    /** Forgets now, and every ten minutes, until it is disposed. */
    Disposable start() {
        return Flux.interval(Duration.ZERO, PERIOD, clock)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(error -> {
                    LOG.warn("can't forget what is too old: {}", error.toString());
                    return Mono.empty();
                }))
                .subscribe(nothing -> {}, error -> LOG.error("forgets nothing any more", error));
    }

    /** Forgets what is too old or too much, and emits how many runs that were. */
    Mono<Long> sweep() {
        return Mono.defer(() -> {
            Instant oldest =
                    Instant.ofEpochMilli(clock.now(TimeUnit.MILLISECONDS)).minus(settings.keepFor());
            return runs.removeBefore(oldest)
                    .flatMap(old -> runs.beyond(settings.keepBytes())
                            .collectList()
                            .flatMapMany(Flux::fromIterable)
                            .concatMap(runs::remove)
                            .reduce(old, Long::sum));
        });
    }
}
