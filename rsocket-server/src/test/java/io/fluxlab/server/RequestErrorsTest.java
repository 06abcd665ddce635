package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.wire.ErrorBody;
import io.fluxlab.wire.Route;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Workload;
import io.rsocket.metadata.WellKnownMimeType;
import io.rsocket.util.DefaultPayload;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Every wrong request gets one clear error, and the connection lives on. */
class RequestErrorsTest extends ServerFixture {

    private static final int INVALID = ErrorBody.INVALID;
    private static final int REJECTED = ErrorBody.REJECTED;
    private static final int BROKEN = ErrorBody.APPLICATION_ERROR;

    private LabServer server;
    private Client client;

    @BeforeEach
    void serveAndConnect() {
        ServerLimits limits = ServerLimits.defaults();
        server = serve(
                LocalLab.builder()
                        .limits(limits.perRun())
                        .workload(Workload.of("unwritable", Object::new))
                        .workload(Workload.of("large", () -> "x".repeat(5 << 20)))
                        .build(),
                limits);
        client = client(server);
    }

    @AfterEach
    void theConnectionLivesOn() {
        assertServed(client);
    }

    private static void assertSays(JsonNode error, String code, String... words) {
        assertThat(error.get("code").asText()).as(error.toString()).isEqualTo(code);
        assertThat(error.get("message").asText()).contains(words);
    }

    static Stream<Arguments> invalidRuns() {
        return Stream.of(
                Arguments.of("{\"workload\": \"sleep\", ", "data", "application/json"),
                Arguments.of("[1, 2]", "data", "one object"),
                Arguments.of("\u0000\u0001", "data", "one object"),
                Arguments.of("{}", "workload", "workload is missing"),
                Arguments.of("{\"workload\":\"sleep\"}", "lane", "lane is missing"),
                Arguments.of("{\"workload\":\"sleep\",\"lane\":\"paralel\"}", "lane", "did you mean parallel?"),
                Arguments.of("{\"workload\":\"slep\",\"lane\":\"parallel\"}", "workload", "did you mean sleep?"),
                Arguments.of("{\"workload\":7,\"lane\":\"parallel\"}", "workload", "must be a text, was 7"),
                Arguments.of(
                        "{\"workload\":\"sleep\",\"lane\":\"parallel\",\"lanes\":1}", "lanes", "did you mean lane?"),
                Arguments.of(
                        "{\"workload\":\"sleep\",\"lane\":\"parallel\",\"parameters\":{\"task\":1}}",
                        "parameters.task",
                        "did you mean tasks?"),
                Arguments.of(
                        "{\"workload\":\"sleep\",\"lane\":\"parallel\",\"parameters\":{\"tasks\":\"many\"}}",
                        "parameters.tasks",
                        "a whole number between 1 and 1000000, was \"many\""),
                Arguments.of(
                        "{\"workload\":\"sleep\",\"lane\":\"parallel\",\"parameters\":{\"tasks\":1e300}}",
                        "parameters.tasks",
                        "between 1 and 1000000"),
                Arguments.of(
                        "{\"workload\":\"sleep\",\"lane\":\"parallel\",\"parameters\":[]}",
                        "parameters",
                        "must be an object"),
                Arguments.of("[".repeat(60_000), "data", "application/json"));
    }

    @ParameterizedTest
    @MethodSource("invalidRuns")
    void aRunThatMakesNoSenseIsInvalid(String data, String field, String message) {
        JsonNode error = errorOf(client.stream("lab.run", data), INVALID);
        assertSays(error, "invalid-request", message);
        assertThat(error.get("fields").get(0).get("field").asText()).isEqualTo(field);
    }

    @Test
    void everythingThatIsWrongComesAtOnce() {
        Map<String, Object> request =
                Map.of("workload", "slep", "lane", "paralel", "concurrency", 0, "parameters", Map.of("tasks", 1));
        assertThat(errorOf(client.stream("lab.run", request), INVALID).get("fields"))
                .extracting(field -> field.get("field").asText())
                .containsExactlyInAnyOrder("workload", "lane", "concurrency");
        Map<String, Object> parameters = Map.of("task", 1, "minMillis", -1, "style", "blockin");
        JsonNode error = errorOf(
                client.stream(
                        "lab.compare", Map.of("workload", "sleep", "lanes", List.of("x"), "parameters", parameters)),
                INVALID);
        assertThat(error.get("fields"))
                .extracting(field -> field.get("field").asText())
                .contains("lanes[0]", "parameters.task", "parameters.minMillis", "parameters.style");
    }

    @Test
    void anUnknownRouteIsAnsweredWithTheNearestOne() {
        assertSays(
                errorOf(client.stream("lab.rnu", null), INVALID),
                "invalid-request",
                "unknown route lab.rnu; did you mean lab.run?");
        assertSays(
                errorOf(client.stream("nothing-like-it", null), INVALID),
                "invalid-request",
                "lab.workloads, lab.lanes");
    }

    @Test
    void aMissingRouteIsAnsweredWithAllOfThem() {
        assertSays(
                errorOf(client.rsocket().requestStream(DefaultPayload.create("{}")), INVALID),
                "invalid-request",
                "names no route",
                Stream.of(Route.values()).map(Route::id).collect(Collectors.joining(", ")));
    }

    @Test
    void metadataThatIsNoneIsInvalid() {
        for (String metadata : List.of("x", "\u0001\u0002\u0003\u0004", "lab.lanes")) {
            assertSays(
                    errorOf(client.rsocket().requestStream(DefaultPayload.create("{}", metadata)), INVALID),
                    "invalid-request",
                    "the request");
        }
    }

    @Test
    void theWrongInteractionIsAnsweredWithTheRightOne() {
        for (String route : List.of("lab.workloads", "lab.lanes", "lab.run", "lab.compare", "lab.capacity")) {
            assertSays(
                    errorOf(
                            client.rsocket()
                                    .requestResponse(client.payload(route, null))
                                    .flux(),
                            INVALID),
                    "wrong-interaction",
                    route + " is a request-stream, not a request-response");
            assertSays(
                    errorOf(client.channel(route, Flux.just(Map.of())), INVALID),
                    "wrong-interaction",
                    route + " is a request-stream, not a request-channel");
        }
        assertSays(
                errorOf(client.stream("lab.steer", null), INVALID),
                "wrong-interaction",
                "lab.steer is a request-channel, not a request-stream");
    }

    @Test
    void otherMimeTypesAreAnsweredWithTheRightOnes() {
        String composite = WellKnownMimeType.MESSAGE_RSOCKET_COMPOSITE_METADATA.getString();
        Client xml = opened(Client.connect(tcp(server.address()), "application/xml", composite));
        for (int i = 0; i < 2; i++) {
            assertSays(
                    errorOf(xml.stream("lab.lanes", null), INVALID),
                    "invalid-request",
                    "application/json or application/cbor, was application/xml");
        }
        Client plain = opened(Client.connect(tcp(server.address()), "application/json", "text/plain"));
        assertSays(
                errorOf(plain.stream("lab.lanes", null), INVALID), "invalid-request", composite + ", was text/plain");
    }

    @Test
    void errorsAreJsonOnCborConnectionsToo() {
        Client cbor = client(tcp(server.address()), WireFormat.CBOR);
        assertSays(errorOf(cbor.stream("lab.run", "{}"), INVALID), "invalid-request", "application/cbor");
        assertServed(cbor);
    }

    @Test
    void aCommandThatMakesNoSenseEndsTheRunWithTheReason() {
        Map.of(
                        "no json",
                        "application/json",
                        Map.of("command", "stop"),
                        "one of pause, resume, cancel, concurrency",
                        Map.of("command", "concurrency"),
                        "value is missing")
                .forEach((command, message) -> {
                    Flux<Object> requests = Flux.just(Client.sleeps(1, 60_000, "virtual"), command);
                    assertSays(errorOf(client.channel("lab.steer", requests), INVALID), "invalid-request", message);
                });
    }

    @Test
    void tooManyTasksAreRejected() {
        ServerLimits limits = ServerLimits.defaults();
        Client strict = client(serve(limits.withPerRun(RunLimits.NONE.withTasksPerRun(10))));
        JsonNode error = errorOf(strict.stream("lab.run", Client.sleeps(11, 1, "virtual")), REJECTED);
        assertSays(error, "limit-exceeded", "tasksPerRun must be at most 10, was 11");
        assertThat(error.get("fields").get(0).get("value").asInt()).isEqualTo(11);
        Map<String, Object> comparison =
                Map.of("workload", "sleep", "lanes", List.of("virtual"), "parameters", Map.of("tasks", 11));
        assertSays(errorOf(strict.stream("lab.compare", comparison), REJECTED), "limit-exceeded", "tasksPerRun");
        Map<String, Object> capacity = Map.of(
                "workload",
                "sleep",
                "lanes",
                List.of("virtual"),
                "parameters",
                Map.of("tasks", 11),
                "slo",
                List.of("p99 < 1s"));
        assertSays(errorOf(strict.stream("lab.capacity", capacity), REJECTED), "limit-exceeded", "tasksPerRun");
        assertServed(strict);
    }

    @Test
    void tooMuchConcurrencyIsRejected() {
        Map<String, Object> request = Map.of("workload", "sleep", "lane", "bounded-elastic", "concurrency", 100_000);
        assertSays(
                errorOf(client.stream("lab.run", request), REJECTED),
                "limit-exceeded",
                "concurrencyPerRun must be at most 1024, was 100000");
        Flux<Object> steered =
                Flux.just(Client.sleeps(1, 60_000, "virtual"), Map.of("command", "concurrency", "value", 100_000));
        assertSays(errorOf(client.channel("lab.steer", steered), REJECTED), "limit-exceeded", "concurrencyPerRun");
    }

    @Test
    void itemsThatCannotTravelBreakTheirRun() {
        assertSays(
                errorOf(client.stream("lab.run", Map.of("workload", "unwritable", "lane", "virtual")), BROKEN),
                "unwritable-item",
                "application/json");
    }

    @Test
    void anEventThatIsTooLargeIsRejected() {
        assertSays(
                errorOf(client.stream("lab.run", Map.of("workload", "large", "lane", "virtual")), REJECTED),
                "limit-exceeded",
                "responseBytes must be at most 4194304, was");
    }

    @Test
    void whatNobodyForesawIsToldWithoutItsMessage() {
        LocalLab lab = LocalLab.create();
        Client broken = client(serve(new BrokenLab(lab), ServerLimits.defaults()));
        JsonNode error = errorOf(broken.stream("lab.workloads", null), BROKEN);
        assertSays(error, "internal-error", "the server failed");
        assertThat(error.toString()).doesNotContain("secret");
        assertServed(broken);
    }

    @Test
    void requestsThatCannotBeAnsweredDoNoHarm() {
        client.rsocket().fireAndForget(client.payload("lab.run", Map.of())).block(PATIENCE);
        client.rsocket().metadataPush(DefaultPayload.create("", "pushed")).block(PATIENCE);
        assertThat(Mono.just(server).map(LabServer::runs).block()).isZero();
    }
}
