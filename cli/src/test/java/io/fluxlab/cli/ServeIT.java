package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code fluxlab serve} is told, and does. */
class ServeIT {

    @TempDir
    Path folder;

    private FluxlabProcess serve(Map<String, String> environment, String... more) throws IOException {
        var arguments = new ArrayList<>(List.of("serve", "--port", "0", "--http-port", "0", "--json"));
        arguments.addAll(List.of(more));
        return FluxlabProcess.start(folder, environment, FluxlabProcess.command(arguments.toArray(String[]::new)));
    }

    private static String tcp(FluxlabProcess server) throws IOException {
        await().atMost(ServeProcess.PATIENCE).until(() -> server.out().endsWith("\n") || !server.isAlive());
        assertThat(server.out()).as(server.err()).contains("listening");
        return new ObjectMapper().readTree(server.out()).at("/tcp").asText();
    }

    @Test
    void everyRequestIsInTheAuditLogWhenItHasStopped() throws Exception {
        Path audit = folder.resolve("audit.jsonl");
        try (var server = serve(Map.of(), "--audit-log", audit.toString(), "--deny-lane", "gil")) {
            String address = tcp(server);
            assertThat(CommandRun.of("run", "primes", "-p", "to=10", "--lane", "virtual", "--server", address)
                            .status())
                    .isZero();
            var refused = CommandRun.of("run", "primes", "-p", "to=10", "--lane", "gil", "--server", address);
            assertThat(refused.status()).isEqualTo(1);
            assertThat(refused.err()).isEqualTo("fluxlab: the lane gil is not offered here: it is denied\n");
            assertThat(CommandRun.of("lanes", "--server", address).out()).doesNotContain("gil");
            server.signal("TERM");
            assertThat(server.status()).isZero();
        }
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(audit)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines)
                .anySatisfy(line -> assertThat(line.at("/outcome").asText()).isEqualTo("completed"))
                .anySatisfy(line -> assertThat(line.at("/code").asText()).isEqualTo("not-offered"))
                .anySatisfy(line -> assertThat(line.at("/what/route").asText()).isEqualTo("lab.lanes"));
    }

    @Test
    void aFlagThatTheEnvironmentSetsToIsNotTakenBackByTypingIt() throws Exception {
        Path file = Files.writeString(folder.resolve("serve.yaml"), "deny-lane: [gil, process]\nlog-level: warn\n");
        Map<String, String> environment =
                Map.of("FLUXLAB_SERVE_INSECURE", "true", "FLUXLAB_SERVE_DENY_WORKLOAD", "fetch,digest");
        try (var server = serve(environment, "--host", "0.0.0.0", "--insecure", "--config", file.toString())) {
            String address = tcp(server).replace("0.0.0.0", "127.0.0.1");
            assertThat(CommandRun.of("lanes", "--server", address).out()).doesNotContain("gil", "process");
            assertThat(CommandRun.of("workloads", "--server", address).out())
                    .contains("primes")
                    .doesNotContain("fetch", "digest");
            assertThat(server.err()).contains("WARN Security: insecure").doesNotContain("INFO");
        }
    }

    @Test
    void anAuditLogThatCanNotBeWrittenIsOneLine() {
        var run = CommandRun.of("serve", "--port", "0", "--http-port", "0", "--audit-log", folder + "/no/such");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err())
                .startsWith("fluxlab: " + folder + "/no/such can't be written: ")
                .hasLineCount(1);
    }

    @Test
    void childProcessesOfOneAddressAreBounded() throws Exception {
        try (var server = serve(Map.of(), "--max-processes-per-address", "1")) {
            String address = tcp(server);
            var two = CommandRun.of("run", "count", "--lane", "process:processes=2", "--server", address);
            assertThat(two.status()).isEqualTo(1);
            assertThat(two.err())
                    .contains("processes of address 127.0.0.1 must be at most 1, was 2; some are free when a run ends");
            assertThat(CommandRun.of("run", "count", "-p", "n=10", "--lane", "process:processes=1", "--server", address)
                            .status())
                    .isZero();
        }
    }
}
