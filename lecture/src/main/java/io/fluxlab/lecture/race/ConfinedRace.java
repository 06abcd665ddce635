package io.fluxlab.lecture.race;

import io.fluxlab.lecture.demonstration.DemonstrationThreads;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import reactor.core.publisher.Flux;

/**
 * Each racer asks for its steps on a thread of its own, and {@code publishOn} has one other thread take them all: what is
 * shared is confined to that thread, and needs no lock.
 */
final class ConfinedRace implements Race {

    private static final String OWNER = "owner";

    @Override
    public long run(List<Racer> racers, long steps, Duration limit, TaskContext context) throws Exception {
        long start = System.nanoTime();
        try (DemonstrationThreads threads = new DemonstrationThreads()) {
            List<Flux<Racer>> asking = racers.stream()
                    .map(racer -> asks(racer, steps).subscribeOn(threads.scheduler(racer.name())))
                    .toList();
            CompletableFuture<Void> taken = Flux.merge(asking)
                    .publishOn(threads.scheduler(OWNER))
                    .doOnNext(Racer::step)
                    .then()
                    .toFuture();
            await(taken, limit, context);
        }
        return Math.max(1, System.nanoTime() - start);
    }

    private static Flux<Racer> asks(Racer racer, long steps) {
        return Flux.generate(() -> 0L, (asked, sink) -> {
            if (asked < steps) {
                sink.next(racer);
            } else {
                sink.complete();
            }
            return asked + 1;
        });
    }

    private static void await(CompletableFuture<Void> taken, Duration limit, TaskContext context) throws Exception {
        try {
            context.blocking(() -> taken.get(limit.toNanos(), TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            return; // as many steps as the time allowed
        } finally {
            taken.cancel(true);
        }
    }
}
