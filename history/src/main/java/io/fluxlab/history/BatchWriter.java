package io.fluxlab.history;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.history.Database.Sql;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;

/**
 * Writes what recordings have, on a thread of its own: every fifth of a second, or earlier where there is much. What can't be
 * written stays with its recording, and is tried again. Thread-safe.
 */
final class BatchWriter {

    private static final Logger LOG = LoggerFactory.getLogger(BatchWriter.class);

    private static final Duration PERIOD = Duration.ofMillis(200);

    /** What is written of one run before the next has its turn. */
    private static final long TURN_BYTES = 2L << 20;

    /** One failure of so many is told, which is one in some ten seconds: each would fill the log. */
    private static final int TOLD = 10;

    private final Database database;
    private final String keeper;
    private final Scheduler thread;
    private final Map<String, RunRecording> recordings = new ConcurrentHashMap<>();
    private final Sinks.Many<Boolean> wishes = Sinks.many().multicast().directBestEffort();
    private int failures;
    private @Nullable Disposable rounds;

    /**
     * @param keeper whose runs these are
     * @param thread stays the caller's
     */
    BatchWriter(Database database, String keeper, Scheduler thread) {
        this.database = database;
        this.keeper = keeper;
        this.thread = thread;
    }

    /** Begins. */
    synchronized void start() {
        rounds = Flux.merge(Flux.interval(PERIOD, thread), wishes.asFlux())
                .onBackpressureLatest()
                .publishOn(thread, 1)
                .concatMap(tick -> round(), 1)
                .subscribe(nothing -> {}, error -> LOG.error("nothing is kept any more", error));
    }

    /** Asks for a round before its time. */
    void hurry() {
        wishes.tryEmitNext(true);
    }

    /** Adds a run that begins. */
    void add(RunRecording recording) {
        recordings.put(recording.id(), recording);
        hurry();
    }

    /** The recording of a run that goes on, or is not written to its end. */
    Optional<RunRecording> find(String run) {
        return Optional.ofNullable(recordings.get(run));
    }

    /** How many runs go on, or are not written to their end. */
    int count() {
        return recordings.size();
    }

    private Mono<Void> round() {
        return Flux.defer(() -> Flux.fromIterable(List.copyOf(recordings.values())))
                .concatMap(this::write)
                .then();
    }

    private Mono<Void> write(RunRecording recording) {
        return Mono.defer(() -> {
            if (!recording.backoff().isOver(now())) {
                return Mono.empty();
            }
            RunRecording.Due due = recording.due(TURN_BYTES);
            if (due.isNothing()) {
                return Mono.empty();
            }
            List<Sql> statements = new ArrayList<>();
            if (due.isNew()) {
                statements.add(RunTable.insert(recording.begun(), keeper));
            } else if (!due.batches().isEmpty()) {
                // where nobody knows whether a transaction came through that broke, it may be there already
                statements.add(BatchTable.deleteFrom(
                        recording.id(), due.batches().get(0).first()));
            }
            long bytes = 0;
            for (Batch batch : due.batches()) {
                byte[] content = batch.content();
                byte[] compressed = content == null ? null : BatchBytes.compressed(content);
                bytes += compressed == null ? 0 : compressed.length;
                statements.addAll(BatchTable.insert(recording.id(), batch, compressed));
            }
            statements.add(RunTable.progress(recording.id(), due.events(), bytes));
            RunEnding ending = due.ending();
            if (ending != null) {
                statements.addAll(RunTable.ending(recording.id(), ending));
            }
            return written(recording, due, bytes, statements);
        });
    }

    private Mono<Void> written(RunRecording recording, RunRecording.Due due, long bytes, List<Sql> statements) {
        return database.inTransaction(statements)
                .then(Mono.<Void>fromRunnable(() -> {
                    recording.wrote(due, bytes);
                    recording.backoff().succeeded();
                    if (failures > 0) {
                        LOG.info("writes again what is to be kept");
                        failures = 0;
                    }
                    if (due.ending() != null) {
                        recordings.remove(recording.id());
                    } else if (!due.isAll()) {
                        hurry();
                    }
                }))
                .onErrorResume(error -> {
                    failed(recording, due, error);
                    return Mono.empty();
                });
    }

    private long now() {
        return thread.now(TimeUnit.MILLISECONDS);
    }

    private void failed(RunRecording recording, RunRecording.Due due, Throwable error) {
        if (failures++ % TOLD == 0) {
            LOG.warn("can't write what is to be kept, and will try again: {}", error.toString());
        }
        recording.backoff().failed(now());
        if (due.isNew()) {
            recordings.remove(recording.id());
            recording.refuse(new BrokenRunException("not-kept", "the run can't be kept: the server's log says why"));
        }
    }

    /** Writes what is left, for so long at the most, and ends; emits nothing. */
    Mono<Void> close(Duration most) {
        return Flux.interval(Duration.ZERO, PERIOD.dividedBy(10), thread)
                .onBackpressureDrop()
                .doOnNext(tick -> hurry())
                .takeUntil(tick -> recordings.isEmpty())
                .then()
                .timeout(most, Mono.empty(), thread)
                .then(Mono.fromRunnable(this::end));
    }

    private synchronized void end() {
        Disposable going = rounds;
        if (going != null) {
            going.dispose();
        }
        if (!recordings.isEmpty()) {
            LOG.warn("{} runs are not kept to their end: time was up", recordings.size());
        }
    }
}
