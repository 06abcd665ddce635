package io.fluxlab.history;

import io.fluxlab.comparison.TakingCost;
import io.fluxlab.comparison.ThisMachine;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.kept.Annotation;
import io.fluxlab.kept.EncodedEvent;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.parameter.Names;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps runs in a data base. Thread-safe. It has threads of its own, all daemons, until it is closed.
 *
 * <p>A run is never slowed: its events go to memory, and from there to the data base, at most a second later. Where the data base
 * is slower than the run, and what waits has no more room, events are not kept; how many they were is, and who watches is
 * told.
 */
public final class History implements RunKeeper {

    private static final Duration LAST_WRITES = Duration.ofSeconds(10);
    private static final int READERS = 4;

    /** One is in use, and one is there for where that gets no answer any more. */
    private static final int WRITERS = 2;

    private static final int IDLE_SECONDS = 60;

    /** The writer's own: however many watch, it waits for none of them. */
    private final Database written;

    private final Database read;
    private final RunTable runs;
    private final BatchWriter writer;
    private final Replay replay;
    private final Keepers keepers;
    private final Retention retention;
    private final Origin origin;
    private final WaitingBytes waiting;
    private final Location location;
    private final Set<RunRecorder> recorders = ConcurrentHashMap.newKeySet();
    private final Scheduler thread = Schedulers.newSingle("fluxlab-history-writer", true);
    private final Scheduler readers =
            Schedulers.newBoundedElastic(READERS, Integer.MAX_VALUE, "fluxlab-history-readers", IDLE_SECONDS, true);
    private @Nullable Disposable staying;
    private @Nullable Disposable sweeping;

    private History(HistorySettings settings, Location location, Origin origin) {
        String self = UUID.randomUUID().toString();
        this.location = location;
        this.origin = origin;
        this.written = Database.of(location, WRITERS, thread, settings.answerTime());
        this.read = Database.of(location, READERS, readers, settings.answerTime());
        this.runs = new RunTable(read);
        this.writer = new BatchWriter(written, self, thread);
        this.replay = new Replay(writer, new BatchTable(read), runs, readers);
        this.keepers = new Keepers(read, runs, self);
        this.retention = new Retention(runs, settings, thread);
        this.waiting = new WaitingBytes(settings.waitingBytes());
    }

    /**
     * Opens what is kept, or begins to keep. Emits it when it can be used, and fails with a {@link HistoryException} where it
     * can't. Lazy; cancel lets go of it.
     */
    public static Mono<History> open(HistorySettings settings, Origin origin) {
        return Mono.defer(() -> {
            Location location = Location.of(settings.location());
            History history = new History(settings, location, origin);
            return history.opened()
                    .thenReturn(history)
                    .onErrorResume(error -> history.close().then(Mono.error(DatabaseLifecycle.error(location, error))))
                    .subscribeOn(history.thread);
        });
    }

    private Mono<Void> opened() {
        return Mono.fromRunnable(() -> DatabaseLifecycle.prepare(location))
                .then(read.rows(Database.Sql.of("select 1"), row -> 1).then())
                .then(Mono.fromRunnable(() -> SchemaMigration.update(location)))
                .then(keepers.enter(DatabaseLifecycle.host(), !location.isShared()))
                .then(Mono.fromRunnable(this::start));
    }

    private synchronized void start() {
        writer.start();
        staying = location.isShared() ? keepers.stay(thread) : null;
        sweeping = retention.start();
    }

    /** Where runs are kept, for messages. */
    public String place() {
        return location.text();
    }

    @Override
    public Mono<String> keep(Submission submission, String owner, Flux<?> events) {
        return Mono.defer(() -> {
            EventEncoder encoder = new EventEncoder();
            Sinks.One<RunRecording> begun = Sinks.one();
            RunRecorder recorder = new RunRecorder(
                    encoder,
                    run -> {
                        RunRecording recording =
                                new RunRecording(begin(run, submission, owner), waiting, writer::hurry);
                        writer.add(recording);
                        begun.tryEmitValue(recording);
                        return recording;
                    },
                    begun::tryEmitError,
                    () -> thread.now(TimeUnit.MILLISECONDS));
            recorders.add(recorder);
            events.contextWrite(TakingCost.told(encoder::cpuNanos))
                    .doFinally(signal -> recorders.remove(recorder))
                    .subscribe(recorder);
            AtomicBoolean isKnown = new AtomicBoolean();
            return begun.asMono()
                    .flatMap(RunRecording::known)
                    .doOnNext(run -> isKnown.set(true))
                    .doOnError(error -> recorder.cancel())
                    .doOnCancel(() -> {
                        if (!isKnown.get()) {
                            recorder.cancel();
                        }
                    });
        });
    }

    /**
     * Keeps a run again that was kept elsewhere and has ended, under its own name and as what it was; emits nothing, and
     * completes when it is written. Fails where there is a run of this name. Takes the events on a thread of its own.
     */
    public Mono<Void> restore(KeptRun kept, Stream<KeptEvent> events) {
        return runs.find(kept.run())
                .flatMap(there -> Mono.<KeptRun>error(new RejectedRequestException(
                        "run-is-kept", Names.shortened(kept.run()) + " is kept already", List.of())))
                .then(Mono.defer(() -> Restoring.of(kept, events, writer, waiting, readers)))
                .subscribeOn(readers);
    }

    private KeptRun begin(String run, Submission submission, String owner) {
        Submission.Label label = submission.label();
        return new KeptRun(
                run,
                new KeptRun.Work(
                        label.kind(),
                        submission.work().workload(),
                        submission.work().lanes(),
                        submission.work().fields()),
                new KeptRun.Owner(owner, Boolean.TRUE.equals(label.shared())),
                RunState.GOING_ON,
                new KeptRun.Time(thread.now(TimeUnit.MILLISECONDS), null),
                new KeptRun.Place(
                        ThisMachine.describe(),
                        origin.version(),
                        label.commit() == null ? origin.commit() : label.commit()),
                new KeptRun.Events(0, -1, 0, 0),
                null,
                label.note());
    }

    @Override
    public Flux<EncodedEvent> watch(WatchRequest request, Viewer viewer) {
        return replay.watch(request, viewer);
    }

    @Override
    public Flux<KeptRun> history(HistoryQuery query, Viewer viewer) {
        return Flux.defer(() -> runs.find(query, viewer))
                .onErrorMap(R2dbcException.class, UnreadableHistory::error)
                .subscribeOn(readers);
    }

    @Override
    public Mono<Void> annotate(Annotation annotation, Viewer viewer) {
        return own(annotation.run(), viewer)
                .flatMap(run -> runs.note(run.run(), annotation.note()))
                .then();
    }

    @Override
    public Mono<Void> remove(String run, Viewer viewer) {
        return own(run, viewer)
                .flatMap(found -> runs.remove(found.run()))
                .flatMap(removed -> removed > 0
                        ? Mono.empty()
                        : Mono.error(new RejectedRequestException(
                                "run-goes-on", Names.shortened(run) + " goes on: cancel it first", List.of())));
    }

    /** A run that this one may change; what it may not see it is not told of. */
    private Mono<KeptRun> own(String run, Viewer viewer) {
        return replay.find(run, viewer)
                .filter(found -> viewer.everything() || found.owner().name().equals(viewer.name()))
                .switchIfEmpty(Mono.error(() -> new RejectedRequestException(
                        "forbidden", Names.shortened(run) + " is somebody else's", List.of())));
    }

    /** How much waits in memory until it is written, in bytes. */
    public long waitingBytes() {
        return waiting.taken();
    }

    /**
     * Ends what is being kept, writes what is left, and lets go of data base and threads. Starts at subscription; emits
     * nothing.
     */
    public Mono<Void> close() {
        return Mono.defer(() -> {
            recorders.forEach(RunRecorder::cancel);
            return writer.close(LAST_WRITES)
                    .then(Mono.fromRunnable(this::end))
                    .then(keepers.leave().subscribeOn(thread))
                    .then(written.close())
                    .then(read.close())
                    .then(DatabaseLifecycle.shutDown(location).subscribeOn(thread))
                    .then(Mono.fromRunnable(() -> {
                        readers.dispose();
                        thread.dispose();
                    }));
        });
    }

    private synchronized void end() {
        Disposable stays = staying;
        Disposable sweeps = sweeping;
        if (stays != null) {
            stays.dispose();
        }
        if (sweeps != null) {
            sweeps.dispose();
        }
    }
}
