package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.client.LabClient;
import io.fluxlab.history.History;
import io.fluxlab.history.KeptHere;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunArchive;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Whose runs are asked for: a server's, or those that are kept here. */
final class ArchiveOptions {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Option(
            names = "--data",
            paramLabel = "PLACE",
            description = "Where they are kept, without a server: a folder, or r2dbc:postgresql://user@host:port/name;"
                    + " ~/.fluxlab.")
    private @Nullable String place;

    @Mixin
    private final LabOptions lab = new LabOptions();

    /**
     * Runs that can be asked for.
     *
     * @param here what is kept here; null where a server is asked
     */
    record Opened(RunArchive archive, @Nullable History here, Runnable onClose) implements AutoCloseable {
        @Override
        public void close() {
            onClose.run();
        }
    }

    Opened open(LabSource labs) {
        if (lab.server().isPresent()) {
            if (place != null) {
                throw new UsageException(
                        "--data %s: a server knows itself where it keeps runs: leave --data or --server away"
                                .formatted(place));
            }
            LabSource.Opened opened = labs.open(lab);
            return new Opened((LabClient) opened.lab(), null, opened::close);
        }
        if (place == null && !Files.exists(KeepOptions.USUAL)) {
            throw new UsageException(
                    "nothing is kept in " + KeepOptions.USUAL
                            + ": name another place with --data, a server with --server, or keep a run with 'fluxlab run ... --keep'");
        }
        if (place != null && !place.startsWith("r2dbc:") && !Files.exists(Path.of(place))) {
            throw new UsageException("--data: there is no " + place);
        }
        History history = KeepOptions.open(place);
        return new Opened(new KeptHere(history), history, () -> history.close().block(PATIENCE));
    }

    /** The one run of this name, or whose name begins like this. */
    static KeptRun find(RunArchive archive, String name, Interrupt interrupt) {
        List<KeptRun> found =
                Following.answer(archive.history(HistoryQuery.of(name)).collectList(), interrupt);
        if (found.isEmpty()) {
            throw new UsageException("there is no run " + name + "; 'fluxlab history list' names those that there are");
        }
        return found.stream().filter(run -> run.run().equals(name)).findFirst().orElseGet(() -> {
            if (found.size() > 1) {
                throw new UsageException(name
                        + " is the beginning of several runs: %s, %s"
                                .formatted(found.get(0).run(), found.get(1).run()));
            }
            return found.get(0);
        });
    }
}
