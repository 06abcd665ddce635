package io.fluxlab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandIT {
    private static final String[] ENDLESS = {"run", "sleep", "-p", "minMillis=3600000", "-p", "maxMillis=3600000"};

    @TempDir
    Path folder;

    @Test
    void headEndsARunCleanlyAndQuietly() throws Exception {
        var pipeline = new ArrayList<>(List.of("bash", "-c", "\"$@\" | head -3; echo ${PIPESTATUS[0]}", "bash"));
        pipeline.addAll(FluxlabProcess.command("run", "primes", "-p", "to=1e12", "--lane", "immediate"));

        try (var process = FluxlabProcess.start(folder, Map.of(), pipeline)) {
            assertThat(process.status()).isZero();
            assertThat(process.out()).isEqualTo("2\n3\n5\n0\n");
            assertThat(process.err()).startsWith("primes ").doesNotContain("fluxlab:", "Exception");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"lanes", "run primes -p to=100", "compare count -p n=1000 --rounds 1 --warmup 0"})
    void outputThatIsLostIsAFailure(String line) throws Exception {
        var redirected = new ArrayList<>(List.of("bash", "-c", "\"$@\" > /dev/full", "bash"));
        redirected.addAll(FluxlabProcess.command(line.split(" ")));

        try (var process = FluxlabProcess.start(folder, Map.of(), redirected)) {
            assertThat(process.status()).isEqualTo(1);
            assertThat(process.err()).contains("fluxlab: standard output can't be written: No space left on device");
        }
    }

    @Test
    void jsonLeavesNothingElseOnEitherStream() throws Exception {
        try (var process = FluxlabProcess.start(
                folder, "compare", "count", "-p", "n=1000", "--rounds", "1", "--warmup", "0", "--json")) {
            assertThat(process.status()).isEqualTo(4);
            assertThat(process.err()).isEmpty();
            assertThat(process.out()
                            .lines()
                            .map(CommandIT::json)
                            .map(event -> event.at("/type").asText()))
                    .startsWith("comparison-started")
                    .endsWith("verdict");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, workloads",
        "1, compare count -p n=1000 --rounds 1 --fail-if threads>0",
        "4, compare count -p n=1000 --rounds 1",
        "2, run primes -p to=-1",
        "3, run primes --server tcp://127.0.0.1:1"
    })
    void statusTellsHowItEnded(int status, String line) throws Exception {
        try (var process = FluxlabProcess.start(folder, line.split(" "))) {
            assertThat(process.status()).isEqualTo(status);
        }
    }

    @Test
    void interruptCancelsTheRun() throws Exception {
        try (var process = FluxlabProcess.start(folder, append(ENDLESS, "--json"))) {
            await().atMost(Duration.ofSeconds(30)).until(() -> process.out().contains("task-started"));
            process.signal("INT");

            assertThat(process.status()).isEqualTo(130);
            assertThat(process.err()).isEqualTo("fluxlab: interrupted\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"run, --lane", "compare, --lanes", "explain, --lanes"})
    void interruptTellsOnceWhatHung(String command, String lanes) throws Exception {
        String file = Files.writeString(
                        folder.resolve("Hung.java"),
                        "class Hung { static void go() throws InterruptedException {"
                                + " System.out.println(\"hangs\"); new java.util.concurrent.CountDownLatch(1).await(); } }")
                .toString();
        String[] line = {command, file + "::go", lanes, "virtual", "-p", "tasks=1", "-p", "calls=1"};
        try (var process = FluxlabProcess.start(folder, line)) {
            await().atMost(Duration.ofSeconds(60)).until(() -> process.out().contains("hangs"));
            // silence is what lasts for a second
            await().pollDelay(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(4))
                    .until(process::isAlive);
            process.signal("INT");

            assertThat(process.status()).isEqualTo(130);
            assertThat(process.err()).containsOnlyOnce("silent: task 0").containsOnlyOnce("at Hung.go(Hung.java:1)");
            assertThat(process.err()).endsWith("fluxlab: interrupted\n");
        }
    }

    @ParameterizedTest
    @CsvSource({"TERM, 0", "INT, 130"})
    void serverAnswersOverTcpAndWebSocketUntilItIsToldToStop(String signal, int status) throws Exception {
        try (var server = FluxlabProcess.start(folder, "serve", "--port", "0", "--http-port", "0", "--json")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> server.out().endsWith("\n"));
            var listening = json(server.out());

            for (String address : List.of("/tcp", "/webSocket")) {
                var run = CommandRun.of(
                        "run",
                        "primes",
                        "-p",
                        "to=10",
                        "--server",
                        listening.at(address).asText());
                assertThat(run.status()).isZero();
                assertThat(run.outLines()).containsExactlyInAnyOrder("2", "3", "5", "7");
            }
            server.signal(signal);

            assertThat(server.status()).isEqualTo(status);
            assertThat(server.err().lines())
                    .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z INFO LabServer: .*"))
                    .hasSize(3);
        }
    }

    @Test
    void serverThatStopsCancelsWhatStillRunsAfterTheGracePeriod() throws Exception {
        try (var server = FluxlabProcess.start(
                        folder, "serve", "--port", "0", "--http-port", "0", "--json", "--grace", "1ms");
                var client = client(server)) {
            await().atMost(Duration.ofSeconds(30)).until(() -> client.out().contains("task-started"));
            server.signal("TERM");

            assertThat(server.status()).isZero();
            assertThat(client.status()).isEqualTo(1);
            assertThat(client.out()).contains("\"status\":\"cancelled\"");
        }
    }

    @Test
    void serverAnswersOnlyThoseWhoCallItByANameOfItsOwn() throws Exception {
        try (var server = FluxlabProcess.start(
                folder, "serve", "--port", "0", "--http-port", "0", "--json", "--allow-host", "lab.example,lab.test")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> server.out().endsWith("\n"));
            int port = URI.create(json(server.out()).at("/webSocket").asText()).getPort();

            assertThat(answer(port, "lab.test")).startsWith("HTTP/1.1 404");
            assertThat(answer(port, "evil.example")).startsWith("HTTP/1.1 403").contains("--allow-host");
        }
    }

    private static String answer(int port, String host) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(("GET /nowhere HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(UTF_8));
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    @Test
    void portThatIsTakenIsNamed() throws Exception {
        try (var first = FluxlabProcess.start(folder, "serve", "--port", "0", "--http-port", "0", "--json")) {
            await().atMost(Duration.ofSeconds(30)).until(() -> first.out().endsWith("\n"));
            String port = json(first.out()).at("/tcp").asText().replaceFirst(".*:", "");

            var second = CommandRun.of("serve", "--port", port, "--http-port", "0");

            assertThat(second.status()).isEqualTo(1);
            assertThat(second.err()).startsWith("fluxlab: can't listen on 127.0.0.1:" + port + ": ");
        }
    }

    private FluxlabProcess client(FluxlabProcess server) throws IOException {
        await().atMost(Duration.ofSeconds(30)).until(() -> server.out().endsWith("\n"));
        return FluxlabProcess.start(
                folder,
                append(
                        ENDLESS,
                        "--json",
                        "--server",
                        json(server.out()).at("/tcp").asText()));
    }

    private static JsonNode json(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + line, e);
        }
    }

    private static String[] append(String[] args, String... more) {
        var all = new ArrayList<>(List.of(args));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
