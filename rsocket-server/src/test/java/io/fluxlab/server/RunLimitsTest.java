package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.claim.Claim;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.RunLimits;
import io.fluxlab.wire.ErrorBody;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;

/** How much may go on at once, and for how long. */
class RunLimitsTest extends ServerFixture {

    private static final Map<String, Object> ENDLESS = Client.sleeps(1, 3_600_000, "virtual");
    private static final Map<String, Object> SHORT = Client.sleeps(1, 1, "virtual");

    private final ServerLimits limits = ServerLimits.defaults();

    private static Disposable start(LabServer server, Client client) {
        int before = server.runs();
        Disposable run = client.stream("lab.run", ENDLESS).subscribe(event -> {}, error -> {});
        await().untilAsserted(() -> assertThat(server.runs()).isEqualTo(before + 1));
        return run;
    }

    private static void assertRejected(Client client, String limit) {
        JsonNode error = errorOf(client.stream("lab.run", SHORT), ErrorBody.REJECTED);
        assertThat(error.get("code").asText()).isEqualTo("limit-exceeded");
        assertThat(error.get("message").asText()).startsWith(limit);
    }

    private static void assertRuns(Client client) {
        assertThat(last(client.stream("lab.run", SHORT)).get("status").asText()).isEqualTo("completed");
    }

    @Test
    void runsOfOneConnectionAreLimited() {
        LabServer server = serve(limits.withRuns(1, 10));
        Client greedy = client(server);
        Disposable run = start(server, greedy);
        assertRejected(greedy, "runsPerConnection must be at most 1, was 2");
        assertRuns(client(server));
        run.dispose();
        await().ignoreExceptions().untilAsserted(() -> assertRuns(greedy));
    }

    @Test
    void runsOfAllConnectionsAreLimited() {
        LabServer server = serve(limits.withRuns(1, 2));
        Client first = client(server);
        start(server, first);
        start(server, client(server));
        Client third = client(server);
        assertRejected(third, "runsAtOnce must be at most 2, was 3");
        assertServed(third);
        first.close();
        await().ignoreExceptions().untilAsserted(() -> assertRuns(third));
    }

    @Test
    void aRunThatHasEndedMakesRoomForTheNextAtOnce() {
        Client client = client(serve(limits.withRuns(1, 1)));
        for (int i = 0; i < 20; i++) {
            assertRuns(client);
        }
    }

    @Test
    void aRunIsCancelledWhenItsTimeIsUp() {
        LabServer server = serve(limits.withPerRun(RunLimits.NONE.withRunTime(Duration.ofMillis(200))));
        JsonNode finished = last(client(server).stream("lab.run", ENDLESS));
        assertThat(finished.get("status").asText()).isEqualTo("cancelled");
        assertThat(finished.get("error").get("code").asText()).isEqualTo("limit-exceeded");
        assertThat(finished.get("error").get("message").asText()).contains("runTime must be at most 200 ms");
    }

    /** Of the streams that nobody asks for more than one event, all give back what they hold soon after their time. */
    @Test
    void whoAsksForOneEventHoldsNothingBeyondTheTimeOfARun() {
        ServerLimits brief = limits.withPerRun(limits.perRun().withRunTime(Duration.ofMillis(200)));
        LocalLab lab = LocalLab.builder().limits(brief.perRun()).build();
        LabServer server = serve(lab, brief);
        Client client = client(server);
        Map<String, Object> many = Client.sleeps(1000, 1, "virtual");
        Map<String, Object> parameters = Map.of("tasks", 2, "minMillis", 1, "maxMillis", 1);
        Map<String, Object> comparison = Map.of(
                "workload", "sleep", "parameters", parameters, "lanes", List.of("virtual", "parallel"), "rounds", 1);
        Map<String, Object> capacity = Map.of(
                "workload", "sleep", "parameters", parameters, "lanes", List.of("virtual"), "slo", List.of("p99 < 1s"));
        List<Flux<JsonNode>> streams = List.of(
                client.stream("lab.run", many),
                client.stream("lab.compare", comparison),
                client.stream("lab.capacity", capacity),
                client.channel("lab.steer", Flux.concat(Flux.just(many), Flux.never())));
        Queue<String> told = new ConcurrentLinkedQueue<>();
        for (Flux<JsonNode> stream : streams) {
            stream.subscribe(new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    subscription.request(1);
                }

                @Override
                protected void hookOnNext(JsonNode event) {
                    told.add(event.get("type").asText());
                }

                @Override
                protected void hookOnError(Throwable error) {
                    told.add(error.getMessage());
                }
            });
        }
        await().until(() -> server.runs() == streams.size());
        await().until(() -> server.runs() == 0 && lab.claimed().equals(Claim.NONE));
        assertThat(told)
                .hasSize(2 * streams.size())
                .filteredOn(text -> text.contains("runTime must be at most 200 ms, was"))
                .hasSize(streams.size());
        assertRuns(client);
    }

    /** The most tasks that have started and not ended at some time of the runs in these events. */
    private static int mostAtOnce(List<JsonNode> events) {
        int now = 0;
        int most = 0;
        for (JsonNode event : events) {
            JsonNode ofRun = event.has("event") ? event.get("event") : event;
            switch (ofRun.get("type").asText()) {
                case "task-started" -> most = Math.max(most, ++now);
                case "task-finished", "task-failed" -> now--;
                default -> {}
            }
        }
        return most;
    }

    @ParameterizedTest
    @ValueSource(strings = {"virtual", "bounded-elastic"})
    void aRunThatDoesNotSayHowManyTasksGoOnAtOnceHasNoMoreThanItMay(String lane) {
        Client client = client(serve(limits.withConcurrencyPerRun(3)));
        Map<String, Object> run = Client.sleeps(12, 30, lane);
        assertThat(mostAtOnce(all(client.stream("lab.run", run)))).isEqualTo(3);
        Map<String, Object> parameters = Map.of("tasks", 12, "minMillis", 30, "maxMillis", 30);
        Map<String, Object> load = Map.of("rate", "1000/s", "duration", "20ms");
        Map<String, Object> loaded = Map.of("workload", "sleep", "parameters", parameters, "lane", lane, "load", load);
        assertThat(mostAtOnce(all(client.stream("lab.run", loaded)))).isBetween(1, 3);
        Map<String, Object> comparison = Map.of(
                "workload",
                "sleep",
                "parameters",
                parameters,
                "lanes",
                List.of(lane, "immediate"),
                "rounds",
                1,
                "warmup",
                0,
                "runEvents",
                true);
        assertThat(mostAtOnce(all(client.stream("lab.compare", comparison)))).isEqualTo(3);
    }

    @Test
    void lanesRunAsManyTasksAtOnceAsTheyDoUnlessALimitIsSet() {
        assertThat(ServerLimits.defaults().perRun().concurrencyPerRun()).isEqualTo(Integer.MAX_VALUE);
        assertThat(limits.withConcurrencyPerRun(3).perRun().concurrencyPerRun()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bounded-elastic:threads=4", "virtual:concurrency=4"})
    void aLaneIsNotSetToMoreTasksAtOnceThanARunMayHave(String lane) {
        Client client = client(serve(limits.withConcurrencyPerRun(3)));
        JsonNode error = errorOf(client.stream("lab.run", Client.sleeps(1, 1, lane)), ErrorBody.INVALID);
        assertThat(error.get("message").asText())
                .contains("the lane " + lane + " runs 4 tasks at once, and a run may have at most 3");
        assertThat(error.at("/fields/0/field").asText()).isEqualTo("lane");
        assertThat(mostAtOnce(all(client.stream("lab.run", Client.sleeps(9, 20, lane.replace("4", "2"))))))
                .isEqualTo(2);
    }

    @Test
    void aConnectionThatIsLostEndsItsRuns() {
        LabServer server = serve(limits);
        Client lost = client(server);
        start(server, lost);
        start(server, lost);
        lost.close();
        await().untilAsserted(() -> assertThat(server.runs()).isZero());
    }

    @Test
    void limitsThatMakeNoSenseAreNotTaken() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> limits.withRuns(0, 1))
                .withMessage("runsPerConnection must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings().withPorts(70_000, 0))
                .withMessage("port must be between 0 and 65535, was 70000");
    }
}
