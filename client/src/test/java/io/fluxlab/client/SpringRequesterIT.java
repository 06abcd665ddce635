package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.wire.WireFormat;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.codec.cbor.Jackson2CborDecoder;
import org.springframework.http.codec.cbor.Jackson2CborEncoder;
import org.springframework.http.codec.json.Jackson2JsonDecoder;
import org.springframework.http.codec.json.Jackson2JsonEncoder;
import org.springframework.messaging.rsocket.RSocketRequester;
import org.springframework.messaging.rsocket.RSocketStrategies;
import org.springframework.util.MimeType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The wire serves clients that know nothing of this project: here Spring's. */
@ParameterizedClass
@CsvSource({"tcp, CBOR", "tcp, JSON", "ws, CBOR", "ws, JSON"})
class SpringRequesterIT {

    private static final ParameterizedTypeReference<Map<String, Object>> EVENT = new ParameterizedTypeReference<>() {};
    private static final Map<String, Object> ENDLESS =
            Map.of("workload", "endless", "lane", "virtual", "parameters", Map.of("tasks", 1, "calls", 1));

    private static ServedLab served;

    @Parameter(0)
    private String scheme;

    @Parameter(1)
    private WireFormat format;

    private RSocketRequester requester;

    @BeforeAll
    static void serve() {
        served = ServedLab.start();
    }

    @AfterAll
    static void stopServing() {
        served.close();
    }

    @BeforeEach
    void connect() {
        var strategies = RSocketStrategies.builder()
                .encoders(all -> all.addAll(List.of(new Jackson2CborEncoder(), new Jackson2JsonEncoder())))
                .decoders(all -> all.addAll(List.of(new Jackson2CborDecoder(), new Jackson2JsonDecoder())))
                .build();
        var builder = RSocketRequester.builder()
                .rsocketStrategies(strategies)
                .dataMimeType(MimeType.valueOf(format.mimeType()));
        var uri = served.uri(scheme);
        requester = scheme.equals("tcp")
                ? builder.tcp(uri.getHost(), uri.getPort())
                : builder.websocket(URI.create(uri + "/rsocket"));
    }

    @AfterEach
    void disconnect() {
        requester.dispose();
        await().untilAsserted(() -> assertThat(served.runs()).isZero());
    }

    @Test
    void listsWorkloads() {
        StepVerifier.create(requester
                        .route("lab.workloads")
                        .retrieveFlux(EVENT)
                        .map(workload -> workload.get("name"))
                        .collectList())
                .assertNext(names -> assertThat(names).contains("count", "primes", "sleep"))
                .verifyComplete();
    }

    @Test
    void runsAWorkload() {
        var request = Map.of("workload", "primes", "lane", "immediate", "parameters", Map.of("to", 1_000, "tasks", 2));
        StepVerifier.create(requester
                        .route("lab.run")
                        .data(request)
                        .retrieveFlux(EVENT)
                        .collectList())
                .assertNext(events -> {
                    assertThat(types(events)).startsWith("run-started").endsWith("run-finished");
                    assertThat(events.get(events.size() - 1)).containsEntry("status", "completed");
                    assertThat(events)
                            .filteredOn("type", "task-items")
                            .flatExtracting(event -> (List<?>) event.get("items"))
                            .hasSize(168);
                })
                .verifyComplete();
    }

    @Test
    void comparesLanes() {
        var request = Map.of(
                "workload",
                "count",
                "parameters",
                Map.of("n", 1_000, "tasks", 2),
                "lanes",
                List.of("immediate", "parallel"),
                "rounds",
                2,
                "warmup",
                0);
        StepVerifier.create(requester
                        .route("lab.compare")
                        .data(request)
                        .retrieveFlux(EVENT)
                        .collectList())
                .assertNext(events -> assertThat(types(events))
                        .startsWith("comparison-started", "round-started")
                        .contains("standing")
                        .endsWith("verdict"))
                .verifyComplete();
    }

    @Test
    void steersARun() {
        Sinks.Many<Map<String, Object>> commands = Sinks.many().unicast().onBackpressureBuffer();
        var requests = Flux.concat(Flux.just(ENDLESS), commands.asFlux());
        StepVerifier.create(requester.route("lab.steer").data(requests, EVENT).retrieveFlux(EVENT))
                .expectNextMatches(event -> event.get("type").equals("run-started"))
                .then(() -> commands.tryEmitNext(Map.of("command", "pause")))
                .then(() -> commands.tryEmitNext(Map.of("command", "concurrency", "value", 2)))
                .then(() -> commands.tryEmitNext(Map.of("command", "cancel")))
                .then(commands::tryEmitComplete)
                .thenConsumeWhile(event -> !event.get("type").equals("run-finished"))
                .assertNext(event -> assertThat(event).containsEntry("status", "cancelled"))
                .verifyComplete();
    }

    @Test
    void cancelsARun() {
        StepVerifier.create(requester.route("lab.run").data(ENDLESS).retrieveFlux(EVENT))
                .expectNextCount(10)
                .thenCancel()
                .verify();
    }

    @Test
    void readsWhatWasWrongWithARequest() {
        var request = Map.of("workload", "conut", "lane", "virtual");
        StepVerifier.create(requester.route("lab.run").data(request).retrieveFlux(EVENT))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .hasMessageContaining("\"field\":\"workload\"")
                        .hasMessageContaining("count"));
    }

    private static List<Object> types(List<Map<String, Object>> events) {
        return events.stream().map(event -> event.get("type")).toList();
    }
}
