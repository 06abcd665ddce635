package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.history.History;
import io.fluxlab.history.HistoryException;
import io.fluxlab.history.HistorySettings;
import io.fluxlab.history.KeptHere;
import io.fluxlab.history.Origin;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether what runs in this command is kept, and where. */
final class KeepOptions {

    /** Where runs are kept unless told otherwise. */
    static final Path USUAL = Path.of(String.valueOf(System.getProperty("user.home")), ".fluxlab");

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(names = "--keep", description = "Keep it, for fluxlab history.")
    private boolean keep;

    @Option(
            names = "--data",
            paramLabel = "PLACE",
            description = "With --keep: where, a folder or r2dbc:postgresql://user@host:port/name; ~/.fluxlab.")
    private @Nullable String place;

    boolean isWanted() {
        return keep || place != null;
    }

    /** What runs, as it is kept where that is wanted: whoever takes these events then slows nothing. */
    <E> Flux<E> kept(Submission submission, Flux<E> events, Class<E> type) {
        if (!isWanted()) {
            return events;
        }
        return Flux.usingWhen(
                        History.open(HistorySettings.in(place == null ? USUAL.toString() : place), origin()),
                        history -> history.keep(submission, String.valueOf(System.getProperty("user.name")), events)
                                .flatMapMany(run -> new KeptHere(history).watch(new WatchRequest(run, null)))
                                .map(KeptPlayback::event)
                                .ofType(type),
                        History::close)
                .onErrorMap(HistoryException.class, error -> new UsageException("--data: " + error.getMessage()));
    }

    /** What is kept there, open. */
    static History open(@Nullable String place) {
        try {
            return History.open(HistorySettings.in(place == null ? USUAL.toString() : place), origin())
                    .timeout(
                            PATIENCE,
                            Mono.error(() -> new UsageException(
                                    "--data: the data base has not answered for " + PATIENCE.toSeconds() + " s")))
                    .blockOptional()
                    .orElseThrow();
        } catch (HistoryException e) {
            throw new UsageException("--data: " + e.getMessage());
        }
    }

    static Origin origin() {
        return new Origin(Version.number(), WorkingCommit.here().orElse(null));
    }
}
