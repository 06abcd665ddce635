package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.server.offer.NamePatterns;
import io.fluxlab.server.offer.Offer;
import io.fluxlab.server.quota.Sharing;
import io.fluxlab.wire.ErrorBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;

/** What can't run at all is refused at once where all turns are taken, and what can waits for longer than any test does. */
class NoTurnForMistakesTest extends ServerFixture {

    private static final int TURNS = 2;
    private static final int PLACES = 2;

    private static final Sharing PATIENT = Sharing.free().withWaiting(PLACES, Duration.ofHours(1));

    private LabServer server;
    private Client client;

    @BeforeEach
    void takeAllTurns() {
        ServerLimits limits =
                ServerLimits.defaults().withRuns(2 * PLACES, TURNS).withSharing(PATIENT);
        Lab lab = new Offer(new NamePatterns(List.of(), List.of("fetch")), new NamePatterns(List.of(), List.of("gil")))
                .of(LocalLab.create())
                .block(PATIENCE);
        server = serve(Objects.requireNonNull(lab), limits);
        client = client(server);
        for (int turn = 0; turn < TURNS; turn++) {
            client(server).stream("lab.run", Client.sleeps(1, 3_600_000, "virtual"))
                    .subscribe(event -> {}, error -> {});
        }
        await().atMost(PATIENCE).until(() -> server.runs() == TURNS);
    }

    private static Map<String, Object> run(String workload, String lane, Map<String, Object> parameters) {
        return Map.of("workload", workload, "lane", lane, "parameters", parameters);
    }

    private static Map<String, Object> comparison(String workload, List<String> lanes, Map<String, Object> parameters) {
        return Map.of("workload", workload, "lanes", lanes, "parameters", parameters);
    }

    private static Map<String, Object> capacity(String workload, String slo) {
        return Map.of("workload", workload, "lanes", List.of("virtual"), "slo", List.of(slo));
    }

    static Stream<Arguments> mistakes() {
        Map<String, Object> none = Map.of();
        Map<String, Object> wrong = Map.of("tasks", -1);
        List<String> lanes = List.of("virtual", "parallel");
        return Stream.of(
                Arguments.of("lab.run", run("fetch", "virtual", none), ErrorBody.REJECTED, "workload"),
                Arguments.of("lab.run", run("sleep", "gil", none), ErrorBody.REJECTED, "lane"),
                Arguments.of("lab.run", run("slep", "virtual", none), ErrorBody.INVALID, "workload"),
                Arguments.of("lab.run", run("sleep", "virtul", none), ErrorBody.INVALID, "lane"),
                Arguments.of("lab.run", run("sleep", "virtual", wrong), ErrorBody.INVALID, "parameters.tasks"),
                Arguments.of("lab.compare", comparison("fetch", lanes, none), ErrorBody.REJECTED, "workload"),
                Arguments.of(
                        "lab.compare",
                        comparison("sleep", List.of("virtual", "gil"), none),
                        ErrorBody.REJECTED,
                        "lanes[1]"),
                Arguments.of("lab.compare", comparison("slep", lanes, none), ErrorBody.INVALID, "workload"),
                Arguments.of("lab.compare", comparison("sleep", lanes, wrong), ErrorBody.INVALID, "parameters.tasks"),
                Arguments.of("lab.capacity", capacity("fetch", "p99 < 1s"), ErrorBody.REJECTED, "workload"),
                Arguments.of("lab.capacity", capacity("slep", "p99 < 1s"), ErrorBody.INVALID, "workload"),
                Arguments.of("lab.capacity", capacity("sleep", "p99 > 1s"), ErrorBody.INVALID, "slo[0]"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void aMistakeIsNotKeptWaiting(String route, Map<String, Object> request, int code, String field) {
        JsonNode error = errorOf(client.stream(route, request), code);
        assertThat(error.at("/fields/0/field").asText()).isEqualTo(field);
        await().atMost(PATIENCE).until(() -> server.waitingRuns() == 0);
    }

    @Test
    void itIsToldAlsoWhereNoMoreCanWait() {
        for (int place = 0; place < PLACES; place++) {
            client(server).stream("lab.run", Client.sleeps(1, 1, "virtual")).subscribe(event -> {}, error -> {});
        }
        await().atMost(PATIENCE).until(() -> server.waitingRuns() == PLACES);
        errorOf(client.stream("lab.run", run("slep", "virtual", Map.of())), ErrorBody.INVALID);
        errorOf(client.stream("lab.run", run("sleep", "virtual", Map.of())), ErrorBody.REJECTED);
    }

    @Test
    void norIsOneThatIsToBeSteered() {
        JsonNode error = errorOf(
                client.channel(
                        "lab.steer", Flux.just(run("slep", "virtual", Map.of())).concatWith(Flux.never())),
                ErrorBody.INVALID);
        assertThat(error.at("/fields/0/field").asText()).isEqualTo("workload");
    }

    @Test
    void whatCanRunWaits() {
        Disposable waiting =
                client.stream("lab.run", Client.sleeps(1, 1, "virtual")).subscribe(event -> {}, error -> {});
        await().atMost(PATIENCE).until(() -> server.waitingRuns() == 1);
        waiting.dispose();
        await().atMost(PATIENCE).until(() -> server.waitingRuns() == 0);
    }
}
