package io.fluxlab.cli;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Keeps runs as soon as whoever does so is there: a server that can't start must not open what is kept before it finds out.
 * Thread-safe.
 */
final class LateKeeper implements RunKeeper {

    private final Sinks.One<RunKeeper> there = Sinks.one();

    /** Whoever keeps runs is there, or nobody does. */
    void is(Optional<? extends RunKeeper> keeper) {
        keeper.ifPresentOrElse(
                there::tryEmitValue,
                () -> there.tryEmitError(
                        new RejectedRequestException("not-kept", "this lab keeps no runs", List.of())));
    }

    @Override
    public Mono<String> keep(Submission submission, String owner, Flux<?> events) {
        return there.asMono().flatMap(keeper -> keeper.keep(submission, owner, events));
    }

    @Override
    public Flux<EncodedEvent> watch(WatchRequest request, Viewer viewer) {
        return there.asMono().flatMapMany(keeper -> keeper.watch(request, viewer));
    }

    @Override
    public Flux<KeptRun> history(HistoryQuery query, Viewer viewer) {
        return there.asMono().flatMapMany(keeper -> keeper.history(query, viewer));
    }

    @Override
    public Mono<Void> annotate(Annotation annotation, Viewer viewer) {
        return there.asMono().flatMap(keeper -> keeper.annotate(annotation, viewer));
    }

    @Override
    public Mono<Void> remove(String run, Viewer viewer) {
        return there.asMono().flatMap(keeper -> keeper.remove(run, viewer));
    }
}
