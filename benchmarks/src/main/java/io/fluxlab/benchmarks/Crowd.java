package io.fluxlab.benchmarks;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunSummary;
import java.util.List;
import java.util.function.ToDoubleFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs that began at the same time. Immutable. */
record Crowd(List<Visit> visits) {

    /** One run: how long it let its client wait for its first event, and how it ended. */
    record Visit(double firstEventSeconds, RunSummary summary) {

        /** Subscribes to the run, and completes with it. */
        static Mono<Visit> to(Flux<RunEvent> run) {
            return run.timed()
                    .collectList()
                    .map(events -> new Visit(
                            events.getFirst().elapsedSinceSubscription().toNanos() / 1e9,
                            ((RunFinished) events.getLast().get()).summary()));
        }
    }

    double medianSeconds() {
        return median(Visit::firstEventSeconds);
    }

    double lastSeconds() {
        return visits.stream().mapToDouble(Visit::firstEventSeconds).max().orElseThrow();
    }

    /** The time between two requests of a run's bystander. */
    double periodMillis() {
        return median(visit ->
                visit.summary.wallNanos() / 1e6 / visit.summary.bystander().count());
    }

    double bystanderMillis() {
        return median(visit -> visit.summary.bystander().p50Nanos() / 1e6);
    }

    private double median(ToDoubleFunction<Visit> figure) {
        return Spread.of(visits.stream().mapToDouble(figure).toArray()).median();
    }
}
