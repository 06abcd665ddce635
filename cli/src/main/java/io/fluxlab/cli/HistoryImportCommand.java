package io.fluxlab.cli;

import io.fluxlab.cli.input.UsageException;
import io.fluxlab.history.History;
import io.fluxlab.history.file.RunFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code fluxlab history import}: keeps runs again that were exported. */
@Command(
        name = "import",
        description = "Keeps a run that was exported to a .fluxlab file, here; it is what it was.",
        sortOptions = false)
final class HistoryImportCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "What 'fluxlab history export' has written.")
    private Path file = Path.of("");

    @Option(
            names = "--data",
            paramLabel = "PLACE",
            description = "Where to keep it: a folder, or r2dbc:postgresql://user@host:port/name; ~/.fluxlab.")
    private @Nullable String place;

    HistoryImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            RunFile.Opened run = RunFile.read(in);
            History history = KeepOptions.open(place);
            try {
                Following.done(history.restore(run.run(), run.events()), surroundings.interrupt());
            } finally {
                history.close().block(PATIENCE);
            }
            surroundings.console().note(run.run().run() + " is kept");
            return ExitStatus.DONE;
        } catch (IOException | UncheckedIOException e) {
            throw new UsageException(file + " can't be read: " + e.getMessage());
        }
    }
}
