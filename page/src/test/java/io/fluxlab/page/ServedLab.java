package io.fluxlab.page;

import io.fluxlab.history.History;
import io.fluxlab.history.HistorySettings;
import io.fluxlab.history.Origin;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.scenario.library.ScriptLibrary;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.SecuritySettings;
import io.fluxlab.server.ServerSettings;
import java.nio.file.Path;
import java.time.Duration;
import reactor.core.scheduler.Schedulers;

/** A lab that is served with its page and keeps its runs, for the time of a test. */
final class ServedLab implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final History history;
    private final LabServer server;

    private ServedLab(History history, LabServer server) {
        this.history = history;
        this.server = server;
    }

    static ServedLab start(Path data) {
        return start(data, ServerSettings.defaults().withPorts(0, 0));
    }

    static ServedLab withCredentials(Path data, Path credentials) {
        return start(
                data,
                ServerSettings.defaults()
                        .withPorts(0, 0)
                        .withSecurity(SecuritySettings.NONE.withCredentials(credentials)));
    }

    /** On the port of one that has stopped. */
    static ServedLab again(Path data, int httpPort) {
        return start(data, ServerSettings.defaults().withPorts(0, httpPort));
    }

    private static ServedLab start(Path data, ServerSettings settings) {
        History history = History.open(HistorySettings.in(data.toString()), new Origin("test", "0123456789abcdef"))
                .blockOptional(PATIENCE)
                .orElseThrow();
        LabServer server = LabServer.of(LocalLab.create(), settings)
                .keeping(history)
                .scenarios(ScriptLibrary.of(Schedulers.parallel()))
                .pages(LabPage.built())
                .start()
                .blockOptional(PATIENCE)
                .orElseThrow();
        return new ServedLab(history, server);
    }

    int port() {
        return server.httpAddress().getPort();
    }

    String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    @Override
    public void close() {
        server.stop(Duration.ZERO).block(PATIENCE);
        history.close().block(PATIENCE);
    }
}
