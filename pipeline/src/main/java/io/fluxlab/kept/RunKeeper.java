package io.fluxlab.kept;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps runs for a server, and asks nobody who they are. Thread-safe. Everything is lazy.
 */
public interface RunKeeper {

    /**
     * Who may see what.
     *
     * @param name of whoever asks
     * @param everything whether that is somebody who may see what others have submitted
     */
    record Viewer(String name, boolean everything) {

        /** Somebody who sees everything. */
        public static final Viewer ALL = new Viewer("", true);

        /** Whether this one may see such a run. */
        public boolean sees(KeptRun run) {
            return everything || run.isSeenBy(name);
        }
    }

    /**
     * Subscribes to a run's events, asks for all of them at once, and keeps them as they come: the run is never slowed.
     * Emits the run's id when its first event has come, after which a cancel of this changes nothing; fails, and
     * cancels them, before that, and then nothing is kept.
     */
    Mono<String> keep(Submission submission, String owner, Flux<?> events);

    /**
     * The events of a run as they are kept, from this number on, as fast as they are asked for; then those that come. It completes
     * after the last event, and fails as {@link RunArchive#watch} does.
     */
    Flux<EncodedEvent> watch(WatchRequest request, Viewer viewer);

    /** The runs that a query finds of those that this one sees, the newest first. */
    Flux<KeptRun> history(HistoryQuery query, Viewer viewer);

    /** Writes something to remember beside a run of the viewer's own, or of anybody's where it sees everything. */
    Mono<Void> annotate(Annotation annotation, Viewer viewer);

    /** Forgets a run that has ended, of the viewer's own, or of anybody's where it sees everything. */
    Mono<Void> remove(String run, Viewer viewer);
}
