package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What a served lab does, whichever way it is reached; each way inherits it. */
abstract class ServerContract extends ServerFixture {

    private LabServer server;
    private Client client;

    /** A lab that is served on a way that {@link #connect} takes. */
    abstract LabServer serve();

    abstract Client connect(LabServer served);

    @BeforeEach
    void serveAndConnect() {
        server = serve();
        client = connect(server);
    }

    @Test
    void workloadsAreListedWithTheirParameters() {
        List<JsonNode> workloads = all(client.stream("lab.workloads", null));
        assertThat(workloads)
                .extracting(workload -> workload.get("name").asText())
                .contains("count", "sleep");
        assertThat(workloads).allSatisfy(workload -> {
            assertThat(workload.get("summary").asText()).isNotEmpty();
            assertThat(workload.get("kind").asText()).isIn("cpu", "blocking", "async", "mixed");
            assertThat(workload.get("parameters").get("type").asText()).isEqualTo("object");
        });
    }

    @Test
    void lanesAreListed() {
        assertThat(all(client.stream("lab.lanes", Map.of())))
                .filteredOn(lane -> lane.get("available").asBoolean())
                .extracting(lane -> lane.get("name").asText())
                .contains("immediate", "event-loop", "bounded-elastic", "parallel", "virtual");
    }

    @Test
    void aRunIsStreamedFromItsStartToItsEnd() {
        List<JsonNode> events = all(client.stream("lab.run", Client.sleeps(3, 10, "event-loop")));
        assertThat(types(events))
                .startsWith("run-started")
                .endsWith("run-finished")
                .contains("task-items");
        assertThat(types(events).stream().filter("task-finished"::equals)).hasSize(3);
        assertThat(events)
                .isSortedAccordingTo((a, b) ->
                        Long.compare(a.get("seq").asLong(), b.get("seq").asLong()));
        JsonNode finished = events.get(events.size() - 1);
        assertThat(finished.get("status").asText()).isEqualTo("completed");
        assertThat(finished.get("summary").get("tasks").asInt()).isEqualTo(3);
        assertThat(server.runs()).isZero();
    }

    @Test
    void aComparisonIsStreamedToItsVerdict() {
        Map<String, Object> request = Map.of(
                "workload",
                "sleep",
                "parameters",
                Map.of("tasks", 2, "minMillis", 1, "maxMillis", 1),
                "lanes",
                List.of("immediate", "bounded-elastic"),
                "rounds",
                2,
                "warmup",
                0,
                "runEvents",
                true);
        List<JsonNode> events = all(client.stream("lab.compare", request));
        assertThat(types(events))
                .startsWith("comparison-started", "round-started", "run-event")
                .endsWith("standing", "verdict");
        assertThat(events.get(events.size() - 1).get("lanes")).hasSize(2);
    }

    @Test
    void aRunIsSteered() {
        Sinks.Many<Object> requests = Sinks.many().unicast().onBackpressureBuffer();
        requests.tryEmitNext(Client.sleeps(1000, 20, "bounded-elastic"));
        StepVerifier.create(client.channel("lab.steer", requests.asFlux()))
                .expectNextMatches(event -> event.get("type").asText().equals("run-started"))
                .then(() -> requests.tryEmitNext(Map.of("command", "pause")))
                .then(() -> requests.tryEmitNext(Map.of("command", "concurrency", "value", 2)))
                .then(() -> requests.tryEmitNext(Map.of("command", "resume")))
                .thenConsumeWhile(event -> !event.get("type").asText().equals("task-finished"))
                .then(() -> requests.tryEmitNext(Map.of("command", "cancel")))
                .thenConsumeWhile(event -> !event.get("type").asText().equals("run-finished"))
                .assertNext(event -> assertThat(event.get("status").asText()).isEqualTo("cancelled"))
                .expectComplete()
                .verify(PATIENCE);
    }

    @Test
    void cancelEndsTheRun() {
        StepVerifier.create(client.stream("lab.run", Client.sleeps(2, 60_000, "virtual")), 2)
                .expectNextCount(2)
                .then(() -> assertThat(server.runs()).isEqualTo(1))
                .thenCancel()
                .verify(PATIENCE);
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
        assertServed(client);
    }

    @Test
    void noMoreComesThanIsAskedFor() {
        StepVerifier.create(client.stream("lab.run", Client.sleeps(20, 1, "parallel")), 0)
                .thenRequest(1)
                .expectNextMatches(event -> event.get("type").asText().equals("run-started"))
                .thenRequest(2)
                .expectNextCount(2)
                .thenCancel()
                .verify(PATIENCE);
    }

    @Test
    void anErrorEndsOneRequestOnly() {
        Flux<JsonNode> running =
                client.stream("lab.run", Client.sleeps(1, 300, "virtual")).cache();
        running.subscribe(event -> {}, error -> {});
        JsonNode error = errorOf(client.stream("lab.run", Map.of("workload", "sleeep", "lane", "virtual")), 0x204);
        assertThat(error.get("code").asText()).isEqualTo("invalid-request");
        assertThat(error.get("message").asText()).contains("did you mean sleep?");
        assertThat(error.get("fields").get(0).get("field").asText()).isEqualTo("workload");
        assertThat(last(running).get("status").asText()).isEqualTo("completed");
    }
}
