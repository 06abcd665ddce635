package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** {@code fluxlab serve} with a folder for temporary files of its own, and what it leaves behind. */
final class ServeProcess implements AutoCloseable {

    static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Path temporary;
    private final FluxlabProcess process;
    private final JsonNode listening;

    private ServeProcess(Path temporary, FluxlabProcess process) throws IOException {
        this.temporary = temporary;
        this.process = process;
        await().atMost(PATIENCE).until(() -> process.out().endsWith("\n") || !process.isAlive());
        assertThat(process.out()).as(process.err()).contains("listening");
        this.listening = new ObjectMapper().readTree(process.out());
    }

    /** On these ports, 0 for any. */
    static ServeProcess start(Path folder, int port, int httpPort) throws IOException {
        Path temporary = Files.createTempDirectory(folder, "tmp");
        List<String> command = FluxlabProcess.command(
                "serve", "--json", "--port", String.valueOf(port), "--http-port", String.valueOf(httpPort));
        command.add(1, "-Djava.io.tmpdir=" + temporary);
        return new ServeProcess(temporary, FluxlabProcess.start(folder, Map.of(), command));
    }

    String tcp() {
        return listening.at("/tcp").asText();
    }

    String webSocket() {
        return listening.at("/webSocket").asText();
    }

    int port() {
        return port(tcp());
    }

    int httpPort() {
        return port(webSocket());
    }

    private static int port(String address) {
        return Integer.parseInt(address.replaceAll("^.*:(\\d+).*$", "$1"));
    }

    /** The JVMs that it has started, and theirs. */
    List<ProcessHandle> children() {
        return process.descendants();
    }

    void kill() throws IOException, InterruptedException {
        process.signal("KILL");
        process.status();
    }

    /** Waits until nobody is connected, no child lives and no file is left. */
    void awaitNothingLeft(List<ProcessHandle> children) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(Sockets.heldAt(port()) + Sockets.heldAt(httpPort()))
                    .as("connections")
                    .isZero();
            assertThat(children).as("child processes").noneMatch(ProcessHandle::isAlive);
            assertThat(files()).as("temporary files").isEmpty();
        });
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> !file.getFileName().toString().startsWith("hsperfdata"))
                    .toList();
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
