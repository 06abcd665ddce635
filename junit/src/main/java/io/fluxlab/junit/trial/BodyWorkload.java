package io.fluxlab.junit.trial;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Repeated;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The body of a test as a workload: in each task one call after the other. Where a call fails, the first failure is kept as
 * it was thrown. Thread-safe.
 */
final class BodyWorkload implements Workload<Repeated> {

    private static final String NAME = "test-body";

    private final Callable<? extends @Nullable Object> body;
    private final LaneDepartures departures;
    private final Consumer<Thread> homes;
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Calls this body, and tells of each run's home loop. */
    BodyWorkload(Callable<? extends @Nullable Object> body, LaneDepartures departures, Consumer<Thread> homes) {
        this.body = body;
        this.departures = departures;
        this.homes = homes;
    }

    /** What the first call threw that failed; null where none did. */
    @Nullable
    Throwable failure() {
        return failure.get();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String summary() {
        return "calls of a test's body";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Repeated defaults() {
        return new Repeated(1, 1);
    }

    @Override
    public Plan plan(Repeated parameters) {
        return new Plan() {
            @Override
            public int size() {
                return parameters.tasks();
            }

            @Override
            public long total(int task) {
                return parameters.calls();
            }

            @Override
            public Mono<Void> open(EventLoop home) {
                return Mono.fromCompletionStage(() -> CompletableFuture.runAsync(
                        () -> {
                            departures.home(Thread.currentThread());
                            homes.accept(Thread.currentThread());
                        },
                        home));
            }

            @Override
            public Publisher<?> body(int task, TaskContext context) {
                return Flux.range(0, parameters.calls()).concatMap(call -> {
                    context.checkpoint(call);
                    return call();
                });
            }
        };
    }

    private Flux<Object> call() {
        return BodyPublisher.of(() -> {
                    departures.began();
                    return body.call();
                })
                .doOnError(error -> failure.compareAndSet(null, error))
                .doOnTerminate(departures::ended);
    }
}
