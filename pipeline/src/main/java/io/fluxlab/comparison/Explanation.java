package io.fluxlab.comparison;

import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.diagnosis.Finding;
import io.fluxlab.diagnosis.Remedy;
import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.lane.Lane;
import io.fluxlab.profile.Profiler;
import io.fluxlab.trail.HopPath;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what limits each lane of a comparison, by runs that are watched and count for nothing, and tries what may help.
 * Stateless; thread-safe.
 */
final class Explanation {

    /** So long, in as many runs as it takes, a lane is watched at least. */
    private static final Duration LEAST_WATCHED = Duration.ofMillis(700);

    /** So often at least it is looked at what its tasks do, if there is time. */
    private static final int LEAST_LOOKS = 40;

    private static final Duration MOST_WATCHED = Duration.ofSeconds(4);

    /** Tasks whose calls take longer are not followed from thread to thread. */
    private static final Duration SHORT = Duration.ofMillis(20);

    private static final int MOST_RUNS = 1_000;

    /** So long a watched run may take. */
    private static final Duration MOST_RUN = Duration.ofSeconds(6);

    /** So long it may be tried at least whether a remedy helps. */
    private static final Duration LEAST_PROOF_TIME = Duration.ofSeconds(4);

    private Explanation() {}

    /** A finding for each lane, and a proof where there is a remedy. One run at a time; cold. */
    static Flux<ComparisonEvent> of(ExplanationEvents state) {
        return Flux.defer(() -> Flux.fromIterable(state.explainable())).concatMap(lane -> explain(state, lane), 1);
    }

    private static Flux<ComparisonEvent> explain(ExplanationEvents state, Lane lane) {
        Mono<ComparisonEvent> found = Flux.usingWhen(
                        Profiler.open(lane.name(), state.atOnce(lane), state.calls(lane)),
                        profiler -> watch(state, lane, profiler),
                        Profiler::close)
                .single();
        return found.flatMapMany(event -> Flux.concat(List.of(
                Mono.just(event),
                event instanceof Found finding ? prove(state, lane, finding.finding()) : Flux.empty())));
    }

    private static Mono<ComparisonEvent> watch(ExplanationEvents state, Lane lane, Profiler profiler) {
        long start = System.nanoTime();
        return Flux.defer(() -> state.watchedRun(lane, state.mostRun(lane, MOST_RUN)))
                .doOnNext(profiler::accept)
                .contextWrite(profiler.watch().told())
                .then()
                .repeat(() -> wantsMore(profiler, System.nanoTime() - start))
                .then(Mono.defer(() -> hops(state, lane, profiler).flatMap(profiler::finish)))
                .map(observed -> state.found(lane, profiler.runs(), profiler.watchedNanos(), observed));
    }

    /** Where calls are short, what they do between threads may be most of it. */
    private static Mono<List<HopPath>> hops(ExplanationEvents state, Lane lane, Profiler profiler) {
        return profiler.callNanos() < SHORT.toNanos() ? state.hops(lane, MOST_RUN) : Mono.just(List.of());
    }

    private static boolean wantsMore(Profiler profiler, long nanos) {
        boolean isEnough = profiler.watchedNanos() >= LEAST_WATCHED.toNanos() && profiler.looks() >= LEAST_LOOKS;
        return !isEnough && profiler.runs() < MOST_RUNS && nanos < MOST_WATCHED.toNanos();
    }

    private static Flux<ComparisonEvent> prove(ExplanationEvents state, Lane lane, Finding finding) {
        Remedy remedy = finding.remedy();
        if (remedy == null) {
            return Flux.empty();
        }
        Optional<ComparisonEvent> known = state.knownProof(lane, remedy);
        if (known.isPresent()) {
            return Flux.just(known.get());
        }
        return state.remedied(lane, remedy)
                .map(changed -> Comparison.run(state.pair(lane, changed, remedy, LEAST_PROOF_TIME))
                        .ofType(ComparisonEvent.Verdict.class)
                        .map(last -> state.proved(lane, remedy, changed.name(), last.verdict()))
                        .onErrorResume(
                                TimeTooShortException.class,
                                error -> Mono.just(state.outOfTime(lane, remedy, error.neededNanos()))))
                .orElse(Flux.empty());
    }
}
