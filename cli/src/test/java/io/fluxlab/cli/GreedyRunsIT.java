package io.fluxlab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.fluxlab.client.LabClient;
import io.fluxlab.run.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** {@code fluxlab serve} with little memory, as the command's own script starts it, and runs that would take all of it. */
class GreedyRunsIT {

    private static final String STARTED = "run-started";
    private static final int RUNS = 16;
    private static final int PER_CONNECTION = 4;
    private static final int LONG_MILLIS = 600_000;

    /** What runs are given to end, and to say their last once they are cancelled. */
    private static final Duration GIVEN = Duration.ofSeconds(5 + 3);

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final List<LabClient> clients = new ArrayList<>();
    private FluxlabProcess server;
    private String address;
    private Duration start;

    @BeforeEach
    void serve() throws IOException {
        long before = System.nanoTime();
        List<String> command = FluxlabProcess.command("serve", "--port", "0", "--http-port", "0", "--json");
        command.addAll(1, List.of("-Xmx256m", "-XX:+ExitOnOutOfMemoryError"));
        server = FluxlabProcess.start(folder, Map.of(), command);
        await().atMost(ServeProcess.PATIENCE).until(() -> server.out().endsWith("\n") || !server.isAlive());
        assertThat(server.out()).as(server.err()).contains("listening");
        start = Duration.ofNanos(System.nanoTime() - before);
        address = new ObjectMapper().readTree(server.out()).at("/tcp").asText();
    }

    @AfterEach
    void close() {
        clients.forEach(LabClient::close);
        server.close();
    }

    @Test
    void oneRunThatIsTooLargeIsToldWhatToLower() {
        String refusal = begin(client(), sleepers("virtual", 1_000_000, 5_000));

        assertThat(refusal)
                .matches("runHeapMegabytesAtOnce must be at most \\d+, was \\d+: .* lower them, or concurrency");
        assertNewcomersAreServed();
    }

    @Test
    void ofRunsThatFitAloneThoseAreRefusedThatDoNotFitTogetherAndTheServerEndsUnderThem() throws Exception {
        List<LabClient> greedy =
                Stream.generate(this::client).limit(RUNS / PER_CONNECTION).toList();
        List<String> outcomes = Flux.range(0, RUNS)
                .flatMap(
                        run -> outcome(
                                greedy.get(run / PER_CONNECTION),
                                run % 2 == 0
                                        ? sleepers("virtual", 30_000, LONG_MILLIS)
                                        : sleepers("platform", 1_500, LONG_MILLIS)),
                        RUNS)
                .collectList()
                .blockOptional(PATIENCE)
                .orElseThrow();

        assertThat(outcomes).hasSize(RUNS).contains(STARTED);
        assertThat(outcomes)
                .filteredOn(outcome -> !outcome.equals(STARTED))
                .as("refusals")
                .hasSizeGreaterThan(RUNS / 2)
                .allMatch(refusal -> refusal.matches("(?s)(runHeapMegabytesAtOnce|threadsAtOnce|runsAtOnce) .*"));
        assertNewcomersAreServed();

        long told = System.nanoTime();
        server.signal("TERM");
        assertThat(server.status()).as(server.err()).isZero();
        assertThat(Duration.ofNanos(System.nanoTime() - told))
                .as("the time to end, beside what runs are given, is no longer than what this machine took to start it")
                .isLessThan(GIVEN.plus(start));
    }

    private void assertNewcomersAreServed() {
        assertThat(IntStream.range(0, RUNS)
                        .mapToObj(newcomer -> client().lanes().count().block(PATIENCE)))
                .allMatch(lanes -> lanes > 0);
        assertThat(server.isAlive()).as(server.err()).isTrue();
    }

    private LabClient client() {
        LabClient client = LabClient.connect(address);
        clients.add(client);
        return client;
    }

    private static RunRequest sleepers(String kind, int count, int millis) {
        return RunRequest.of("green-threads", "virtual")
                .with(Map.of("sleeper", kind, "count", count, "sleepMillis", millis, "rounds", 1));
    }

    private static String begin(LabClient client, RunRequest request) {
        return Objects.requireNonNull(outcome(client, request).block(PATIENCE));
    }

    /** The first event of a run that then goes on, or why there is none. */
    private static Mono<String> outcome(LabClient client, RunRequest request) {
        Sinks.One<String> outcome = Sinks.one();
        client.run(request)
                .subscribe(event -> outcome.tryEmitValue(STARTED), error -> outcome.tryEmitValue(error.getMessage()));
        return outcome.asMono();
    }
}
