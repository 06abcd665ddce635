package io.fluxlab.cli;

import io.fluxlab.cli.export.KeptPage;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.history.file.KeptEventSink;
import io.fluxlab.history.file.MetricsFile;
import io.fluxlab.history.file.RunFile;
import io.fluxlab.history.file.TableFile;
import io.fluxlab.history.file.TraceFile;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.wording.Language;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** {@code fluxlab history export}: a kept run as a file. */
@Command(
        name = "export",
        description = {
            "Writes a kept run to a file, by its ending:",
            "",
            "NAME.fluxlab     one file that 'fluxlab history import' keeps again anywhere",
            "NAME.trace.json  for Perfetto or Chrome: a track for each thread",
            "NAME.jsonl       its events, a line each",
            "NAME.csv         its tasks, or of a comparison its rounds",
            "NAME.html        a page of its own, with plots and tables",
            "NAME.prom        its figures as text of OpenMetrics"
        },
        sortOptions = false)
final class HistoryExportCommand implements Callable<Integer> {

    private static final List<String> ENDINGS = List.of(".fluxlab", ".trace.json", ".jsonl", ".csv", ".html", ".prom");

    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "Name of the run, or its beginning.")
    private String run = "";

    @Option(
            names = "--to",
            required = true,
            paramLabel = "FILE",
            description = "Where to write it, over what is there.")
    private Path file = Path.of("");

    @Mixin
    private final LanguageOption lang = new LanguageOption();

    @Mixin
    private final ArchiveOptions archive = new ArchiveOptions();

    HistoryExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        String name = file.getFileName() == null ? "" : file.getFileName().toString();
        if (ENDINGS.stream().noneMatch(name::endsWith)) {
            throw new UsageException(
                    "--to %s: its ending must be one of %s".formatted(file, String.join(", ", ENDINGS)));
        }
        try (ArchiveOptions.Opened opened = archive.open(surroundings.labs())) {
            KeptRun kept = ArchiveOptions.find(opened.archive(), run, surroundings.interrupt());
            if (!kept.state().isEnd()) {
                throw new UsageException(kept.run() + " goes on: wait for its end");
            }
            write(kept, name, opened.archive().watch(new WatchRequest(kept.run(), null)));
            return ExitStatus.DONE;
        } catch (IOException e) {
            throw new FailedException(file + " can't be written: " + e.getMessage(), e);
        }
    }

    private void write(KeptRun kept, String name, Flux<KeptEvent> events) throws IOException {
        Path part = file.resolveSibling(name + ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(part))) {
                write(kept, name, events, out);
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void write(KeptRun kept, String name, Flux<KeptEvent> events, OutputStream out) throws IOException {
        if (name.endsWith(".prom")) {
            out.write(MetricsFile.text(List.of(kept)).getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (name.endsWith(".html")) {
            out.write(page(kept, events).getBytes(StandardCharsets.UTF_8));
            return;
        }
        try (KeptEventSink sink = sink(kept, name, out)) {
            Following.followToItsError(events, surroundings.interrupt(), event -> {
                try {
                    sink.accept(event);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        } catch (BrokenRunException e) {
            surroundings.console().note(String.valueOf(e.getMessage())); // and all that there is of it is in the file
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private String page(KeptRun kept, Flux<KeptEvent> events) {
        Scheduler timer = Schedulers.newSingle("fluxlab-page-timer", true);
        try {
            Language language = lang.chosen(surroundings.console());
            return Following.answer(KeptPage.html(kept, events, language, timer), surroundings.interrupt());
        } catch (IllegalStateException e) {
            throw new FailedException(kept.run() + " has no page: it did not come to its end", e);
        } finally {
            timer.dispose();
        }
    }

    private static KeptEventSink sink(KeptRun kept, String name, OutputStream out) throws IOException {
        if (name.endsWith(".fluxlab")) {
            return RunFile.writer(out, kept);
        } else if (name.endsWith(".trace.json")) {
            return new TraceFile(out);
        } else if (name.endsWith(".csv")) {
            return new TableFile(out);
        }
        return new KeptEventSink() {
            @Override
            public void accept(KeptEvent event) throws IOException {
                out.write(WireFormat.JSON.write(event.plain()));
                out.write('\n');
            }

            @Override
            public void close() throws IOException {
                out.close();
            }
        };
    }
}
