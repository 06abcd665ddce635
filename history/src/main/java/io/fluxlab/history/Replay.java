package io.fluxlab.history;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.parameter.Names;
import io.fluxlab.run.RunEvent.Failure;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Reads the events of runs for those who watch, batch by batch: the newest from memory, others from the data base. Each has its own
 * place, so that nobody waits for anybody else. Thread-safe.
 */
final class Replay {

    /** How often it is looked for new events of a run that goes on in another process. */
    private static final Duration LOOK = Duration.ofMillis(500);

    private final BatchWriter writer;
    private final BatchTable batches;
    private final RunTable runs;
    private final Scheduler readers;

    /**
     * @param readers on which data bases are asked and batches are read
     */
    Replay(BatchWriter writer, BatchTable batches, RunTable runs, Scheduler readers) {
        this.writer = writer;
        this.batches = batches;
        this.runs = runs;
        this.readers = readers;
    }

    /**
     * What comes next.
     *
     * @param isEnd whether nothing does
     * @param error why it ended, where that is to be told
     */
    private record Page(
            List<EncodedEvent> events,
            boolean isEnd,
            @Nullable BrokenRunException error) {

        /** Nothing yet. */
        static final Page NOTHING = new Page(List.of(), false, null);

        static Page of(List<EncodedEvent> events) {
            return new Page(events, false, null);
        }

        Flux<EncodedEvent> flux(@Nullable Integer atOnce) {
            if (error != null) {
                return Flux.error(error);
            }
            return Flux.fromIterable(atOnce == null ? events : EventLists.of(events, atOnce));
        }
    }

    /** The run of this name, if this one may see it; fails where it may not, and where there is none. */
    Mono<KeptRun> find(String run, Viewer viewer) {
        return Mono.defer(() -> writer.find(run)
                        .map(recording -> Mono.just(recording.begun()))
                        .orElseGet(() -> runs.find(run)))
                .filter(viewer::sees)
                .switchIfEmpty(Mono.error(() -> unknown(run)))
                .onErrorMap(R2dbcException.class, UnreadableHistory::error)
                .subscribeOn(readers);
    }

    static InvalidRequestException unknown(String run) {
        return InvalidRequestException.of("run", run, "there is no run " + Names.shortened(run));
    }

    /** The events of a run from some number on. */
    Flux<EncodedEvent> watch(WatchRequest request, Viewer viewer) {
        return find(request.run(), viewer)
                .flatMapMany(run -> Flux.defer(() -> {
                    Place place = new Place(run.run(), request.first());
                    return Mono.defer(place::page)
                            .subscribeOn(readers)
                            .repeat()
                            .takeUntil(Page::isEnd)
                            .concatMap(page -> page.flux(request.batch()), 1);
                }))
                .onErrorMap(R2dbcException.class, UnreadableHistory::error);
    }

    /** Where somebody is in a run. Not thread-safe: pages are read one after the other. */
    private final class Place {

        private final String run;
        private long next;

        Place(String run, long next) {
            this.run = run;
            this.next = next;
        }

        Mono<Page> page() {
            return writer.find(run)
                    .map(this::ofRecording)
                    .orElseGet(this::ofTable)
                    .doOnNext(this::turn);
        }

        private void turn(Page page) {
            if (!page.events.isEmpty()) {
                next = page.events.get(page.events.size() - 1).next();
            }
        }

        private Mono<Page> ofRecording(RunRecording recording) {
            RunRecording.Next found = recording.from(next);
            RunEnding ending = found.ending();
            if (!found.events().isEmpty()) {
                return Mono.just(Page.of(found.events()));
            }
            if (found.isOlder()) {
                return ofTable();
            }
            return ending != null
                    ? Mono.just(end(ending.state(), next - 1, ending.outcome()))
                    : found.change().publishOn(readers).thenReturn(Page.NOTHING);
        }

        private Mono<Page> ofTable() {
            return batches.from(run, next)
                    .map(batch -> Page.of(batch.from(next)))
                    .switchIfEmpty(Mono.defer(this::ofState));
        }

        /** There is nothing more in the table: has it ended, or is it elsewhere that it goes on? */
        private Mono<Page> ofState() {
            return writer.find(run).isPresent()
                    ? Mono.just(Page.NOTHING)
                    : runs.find(run).switchIfEmpty(Mono.error(this::forgotten)).flatMap(this::ofState);
        }

        /** It was there when this began. */
        private BrokenRunException forgotten() {
            return new BrokenRunException(
                    "run-removed", "%s was removed while it was watched, before event %d".formatted(run, next));
        }

        private Mono<Page> ofState(KeptRun kept) {
            if (!kept.state().isEnd()) {
                return Mono.delay(LOOK, readers).thenReturn(Page.NOTHING);
            }
            return kept.events().last() >= next
                    ? Mono.just(Page.NOTHING)
                    : Mono.just(end(kept.state(), kept.events().last(), kept.outcome()));
        }

        /** Where there is a summary, the last event has said how it ended. */
        private Page end(RunState state, long last, KeptRun.@Nullable Outcome outcome) {
            Failure error = outcome == null || outcome.summary() != null ? null : outcome.error();
            if (state == RunState.LOST) {
                return new Page(
                        List.of(),
                        true,
                        new BrokenRunException(
                                "run-lost",
                                "%s was lost at event %d: whoever ran it was gone before it had ended"
                                        .formatted(run, last)));
            }
            return error == null
                    ? new Page(List.of(), true, null)
                    : new Page(List.of(), true, new BrokenRunException(error.code(), error.message()));
        }
    }
}
