package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A folder of kept runs, and commands that use it. */
abstract class HistoryCommandFixture {

    @TempDir
    Path folder;

    String data;

    @BeforeEach
    void choose() {
        data = folder.resolve("kept").toString();
    }

    FluxlabProcess serve() throws IOException {
        return FluxlabProcess.start(
                folder,
                Map.of(),
                FluxlabProcess.command("serve", "--port", "0", "--http-port", "0", "--json", "--data", data));
    }

    static String tcp(FluxlabProcess server) throws IOException {
        await().atMost(ServeProcess.PATIENCE).until(() -> server.out().endsWith("\n") || !server.isAlive());
        assertThat(server.out()).as(server.err()).contains("listening");
        return new ObjectMapper().readTree(server.out()).at("/tcp").asText();
    }

    static CommandRun ran(String... args) {
        CommandRun run = CommandRun.of(args);
        assertThat(run.status()).as(run.err()).isZero();
        return run;
    }

    JsonNode kept(String run, String... where) throws IOException {
        List<String> args = new ArrayList<>(List.of("history", "show", run, "--json"));
        args.addAll(List.of(where));
        return new ObjectMapper().readTree(ran(args.toArray(String[]::new)).out());
    }
}
