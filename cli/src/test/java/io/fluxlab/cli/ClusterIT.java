package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A coordinator and a worker as commands, from the first to the end of the last. */
class ClusterIT {

    @TempDir
    private Path folder;

    @Test
    void aWorkerJoinsRunsIsDrainedAndTheCoordinatorEndsWell() throws Exception {
        String token = token();
        try (FluxlabProcess coordinator = start(
                "cluster",
                "coordinator",
                "--cluster",
                "tcp://127.0.0.1:0",
                "--cluster-token-file",
                token,
                "--json",
                "--port",
                "0",
                "--http-port",
                "0")) {
            JsonNode listening = listening(coordinator);
            String cluster = listening.at("/cluster").asText();
            assertThat(cluster).matches("tcp://127\\.0\\.0\\.1:[1-9]\\d*");
            try (FluxlabProcess worker =
                    start("cluster", "worker", "--join", cluster, "--token-file", token, "--lanes", "1")) {
                await().atMost(ServeProcess.PATIENCE).until(() -> worker.out().startsWith("joined as "));
                String name = worker.out().lines().findFirst().orElseThrow().replace("joined as ", "");

                CommandRun members =
                        CommandRun.of("cluster", "members", "--coordinator", cluster, "--token-file", token);
                assertThat(members.out().lines())
                        .hasSize(2)
                        .anyMatch(line -> line.matches("worker +host +pid +lanes +busy +state"))
                        .anyMatch(line -> line.startsWith(name) && line.endsWith("member"));
                assertThat(figures(listening))
                        .contains("fluxlab_cluster_members 1.0")
                        .contains("fluxlab_cluster_refusals_total{code=\"no-token\"} 0.0");
                CommandRun run = CommandRun.of(
                        "run",
                        "primes",
                        "-p",
                        "to=1000",
                        "--lane",
                        "cluster",
                        "--server",
                        listening.at("/tcp").asText());
                assertThat(run.status()).as(run.err()).isZero();
                assertThat(run.err()).contains("network ");

                assertThat(CommandRun.of("cluster", "drain", name, "--join", cluster, "--token-file", token)
                                .status())
                        .isZero();
                assertThat(worker.status()).isZero();
                assertThat(worker.out()).contains("told to go, and nothing left to do");
            }
            coordinator.signal("TERM");
            assertThat(coordinator.status()).isZero();
            assertThat(coordinator.err()).doesNotContain("AMQ", "Exception");
        }
    }

    private static String figures(JsonNode listening) throws Exception {
        URI socket = URI.create(listening.at("/webSocket").asText());
        URI figures = URI.create("http://127.0.0.1:%d/metrics".formatted(socket.getPort()));
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(figures).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        }
    }

    private FluxlabProcess start(String... arguments) throws IOException {
        return FluxlabProcess.start(folder, Map.of(), FluxlabProcess.command(arguments));
    }

    private static JsonNode listening(FluxlabProcess server) throws IOException {
        await().atMost(ServeProcess.PATIENCE).until(() -> server.out().endsWith("\n") || !server.isAlive());
        assertThat(server.out()).as(server.err()).contains("listening");
        return new ObjectMapper().readTree(server.out());
    }

    private String token() throws IOException {
        Path file = Files.createFile(
                folder.resolve("token"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, "the-token-of-this-cluster").toString();
    }
}
