package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.client.ClientOptions;
import io.fluxlab.client.LabClient;
import io.fluxlab.kept.HistoryQuery;
import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import io.fluxlab.kept.Submission;
import io.fluxlab.kept.WatchRequest;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.run.RunRequest;
import io.fluxlab.server.LabServer;
import io.fluxlab.server.ServerSettings;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;

/** Servers that keep runs, and clients of theirs. All are gone after each test. */
abstract class ServedHistoryFixture extends HistoryFixture {

    static final RunRequest SLEEPS = RunRequest.of("sleep", "virtual")
            .with(Map.of("tasks", 20, "minMillis", 1, "maxMillis", 1, "style", "async"));
    static final RunRequest LONG = RunRequest.of("sleep", "virtual")
            .with(Map.of("tasks", 1, "minMillis", 3_600_000, "maxMillis", 3_600_000, "style", "async"));

    final List<LabServer> servers = new ArrayList<>();
    private final List<LabClient> clients = new ArrayList<>();

    @AfterEach
    void stop() {
        clients.forEach(client -> client.disposeLater().block(PATIENCE));
        servers.forEach(server -> server.stop(Duration.ZERO).block(PATIENCE));
    }

    LabServer serve(History history, ServerSettings settings) {
        LocalLab lab = LocalLab.builder().limits(settings.limits().perRun()).build();
        LabServer server = Objects.requireNonNull(
                LabServer.of(lab, settings).keeping(history).start().block(PATIENCE));
        servers.add(server);
        return server;
    }

    static ServerSettings settings0() {
        return ServerSettings.defaults().withPorts(0, 0);
    }

    LabClient client(LabServer server, ClientOptions options) {
        InetSocketAddress address = server.address();
        LabClient client = LabClient.connect(URI.create("tcp://127.0.0.1:" + address.getPort()), options);
        clients.add(client);
        return client;
    }

    LabClient client(LabServer server) {
        return client(server, ClientOptions.DEFAULT);
    }

    static String submit(LabClient client, RunRequest run) {
        return Objects.requireNonNull(client.submit(Submission.of(run)).block(PATIENCE));
    }

    static List<KeptEvent> all(LabClient client, String run) {
        return Objects.requireNonNull(
                client.watch(new WatchRequest(run, null)).collectList().block(PATIENCE));
    }

    static KeptRun found(LabClient client, String run) {
        return Objects.requireNonNull(client.history(HistoryQuery.of(run)).blockFirst(PATIENCE));
    }

    static void awaitState(LabClient client, String run, RunState state) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(found(client, run).state()).isEqualTo(state));
    }
}
