package io.fluxlab.history;

import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptEventReader;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunKeeper.Viewer;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.RunSummary;
import io.fluxlab.wire.WireFormat;
import io.netty.buffer.Unpooled;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;

/** Histories in a folder, closed after each test, and runs to keep. */
abstract class HistoryFixture {

    static final Duration PATIENCE = Duration.ofSeconds(60);
    static final String RITA = "rita";
    static final Viewer OF_RITA = new Viewer(RITA, false);
    static final Viewer OF_VICTOR = new Viewer("victor", false);

    @TempDir
    Path folder;

    private final List<History> open = new ArrayList<>();

    @AfterEach
    final void closeAll() {
        open.forEach(history -> history.close().block(PATIENCE));
        open.clear();
    }

    HistorySettings settings() {
        return HistorySettings.in(folder.resolve("kept").toString());
    }

    final History open() {
        return open(settings());
    }

    final History open(HistorySettings settings) {
        History history = Objects.requireNonNull(
                History.open(settings, new Origin("1.0", "abc123")).block(PATIENCE));
        open.add(history);
        return history;
    }

    final void close(History history) {
        open.remove(history);
        history.close().block(PATIENCE);
    }

    static Submission submission() {
        return Submission.of(RunRequest.of("count", "virtual").with(Map.of("tasks", 1)));
    }

    static RunEvent started(String run) {
        return new RunStarted(0, 0, run, "count", "virtual", Map.of("tasks", 1), 1);
    }

    static RunEvent items(long seq, Object... items) {
        return new TaskItems(seq, seq * 1_000, 0, seq, List.of(items));
    }

    static RunEvent finished(long seq) {
        RunSummary summary = new RunSummary(1, 0, seq, 5_000_000, 4_000_000, 1_000, 3, null, 0, Latency.NONE);
        return new RunFinished(seq, seq * 1_000, Status.COMPLETED, summary, null);
    }

    /** A whole run of this many events. */
    static Flux<RunEvent> run(String id, int events) {
        return Flux.concat(List.of(
                Flux.just(started(id)),
                Flux.range(1, events - 2).map(seq -> items(seq, "item " + seq)),
                Flux.just(finished(events - 1))));
    }

    static String keep(History history, Flux<?> events) {
        return Objects.requireNonNull(history.keep(submission(), RITA, events).block(PATIENCE));
    }

    static Flux<KeptEvent> watch(History history, String run, long from) {
        KeptEventReader reader = new KeptEventReader(WireFormat.CBOR);
        return history.watch(new WatchRequest(run, from), OF_RITA)
                .map(event -> reader.read(Unpooled.wrappedBuffer(event.cbor())));
    }

    static List<Long> numbers(Flux<KeptEvent> events) {
        return Objects.requireNonNull(events.map(KeptEvent::seq).collectList().block(PATIENCE));
    }

    static KeptRun kept(History history, String run) {
        return Objects.requireNonNull(
                history.history(HistoryQuery.of(run), Viewer.ALL).blockFirst(PATIENCE));
    }
}
