package io.fluxlab.kept;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Kept runs, as somebody sees them who may see some of them: here, or through a server. Thread-safe. Everything is lazy; of
 * what is not there, or not theirs to see, callers are told the same.
 */
public interface RunArchive {

    /** The runs that a query finds, the newest first. Cancel stops looking. */
    Flux<KeptRun> history(HistoryQuery query);

    /**
     * The events of a run from this number on: those that are kept, then those that come, as fast as they are asked for. Completes
     * after the last; fails with a {@link io.fluxlab.error.BrokenRunException} where the run itself broke, was cancelled
     * without a last event, or was lost. Cancel stops watching, and nothing else.
     */
    Flux<KeptEvent> watch(WatchRequest request);

    /** Writes something to remember beside a run; emits nothing. Once begun, cancel does not stop it. */
    Mono<Void> annotate(Annotation annotation);

    /** Forgets a run that has ended; emits nothing. Once begun, cancel does not stop it. */
    Mono<Void> remove(String run);
}
