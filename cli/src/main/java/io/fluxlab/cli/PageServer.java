package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.history.History;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.Lab;
import io.fluxlab.page.LabPage;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;

/**
 * Serves the lab of one command to browsers of this machine, with its page, on free ports. What runs is kept in a temporary
 * folder until this is closed.
 */
final class PageServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final History history;
    private final LabServer server;
    private final LabClient client;

    private PageServer(Path folder, History history, LabServer server, LabClient client) {
        this.folder = folder;
        this.history = history;
        this.server = server;
        this.client = client;
    }

    /**
     * Shows a comparison on a page, and goes on until somebody ends it.
     *
     * @param comparing takes its events; says with which status to exit
     */
    static int during(
            Lab lab, Submission submission, Surroundings surroundings, ToIntFunction<Flux<ComparisonEvent>> comparing) {
        try (PageServer server = start(lab)) {
            surroundings.interrupt().listenForTermination();
            int status = comparing.applyAsInt(server.shown(submission, surroundings.console()));
            surroundings.console().note("The page is there until Ctrl-C.");
            surroundings.interrupt().await();
            return status;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitStatus.INTERRUPTED;
        }
    }

    private static PageServer start(Lab lab) {
        Path folder;
        try {
            folder = Files.createTempDirectory("fluxlab-page");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        History history = KeepOptions.open(folder.toString());
        LabServer server = LabServer.of(lab, ServerSettings.defaults().withPorts(0, 0))
                .keeping(history)
                .pages(LabPage.built())
                .start()
                .blockOptional(PATIENCE)
                .orElseThrow();
        LabClient client = LabClient.connect(
                URI.create("tcp://127.0.0.1:" + server.address().getPort()));
        return new PageServer(folder, history, server, client);
    }

    /**
     * A comparison as the page shows it, too: cold, and shown in a browser as soon as it goes on.
     *
     * @param console is told the address
     */
    private Flux<ComparisonEvent> shown(Submission submission, Console console) {
        return client.submit(submission).flatMapMany(run -> {
            String address = "http://127.0.0.1:" + server.httpAddress().getPort() + "/#/watch/" + run;
            boolean isAsked = DesktopBrowser.show(address);
            console.note((isAsked ? "A browser shows it: " : "Open it in a browser: ") + address);
            return client.watch(new WatchRequest(run, null))
                    .map(KeptEvent::plain)
                    .ofType(ComparisonEvent.class);
        });
    }

    @Override
    public void close() {
        client.disposeLater().block(PATIENCE);
        server.stop(Duration.ZERO).block(PATIENCE);
        history.close().block(PATIENCE);
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : all) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't delete " + folder, e);
        }
    }
}
