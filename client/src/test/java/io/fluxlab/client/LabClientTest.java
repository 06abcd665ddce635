package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.wire.WireFormat;
import io.fluxlab.workload.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What is asked and what is answered. */
class LabClientTest {

    @ParameterizedTest
    @EnumSource
    void everyRouteCarriesItsRequestInTheChosenFormat(WireFormat format) {
        var workload = new WorkloadInfo("count", "counts", Kind.CPU, Map.of("type", "object"), List.of());
        var lane = new LaneInfo("gil", "one lock", false, "not here");
        var lab = FakeLab.answering(format, route -> switch (route) {
            case "lab.workloads" -> Flux.just(workload);
            case "lab.lanes" -> Flux.just(lane);
            case "lab.run" -> Flux.just(Events.STARTED, Events.FINISHED);
            default -> Flux.empty();
        });
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"), ClientOptions.DEFAULT.with(format))) {
            StepVerifier.create(client.workloads()).expectNext(workload).verifyComplete();
            StepVerifier.create(client.lanes()).expectNext(lane).verifyComplete();
            StepVerifier.create(client.run(Events.REQUEST))
                    .expectNext(Events.STARTED, Events.FINISHED)
                    .verifyComplete();
            StepVerifier.create(client.compare(ComparisonRequest.of("count").on("parallel", "virtual")))
                    .verifyComplete();

            assertThat(lab.routes()).containsExactly("lab.workloads", "lab.lanes", "lab.run", "lab.compare");
            assertThat(lab.requests().get(2))
                    .containsEntry("workload", "count")
                    .containsEntry("lane", "parallel")
                    .containsEntry("parameters", Map.of("tasks", 4L));
            assertThat(lab.requests().get(3)).containsEntry("lanes", List.of("parallel", "virtual"));
            assertThat(server.mimeTypes())
                    .containsExactly(format.mimeType() + " message/x.rsocket.composite-metadata.v0");
        }
    }

    @ParameterizedTest
    @EnumSource
    void itemsComeBackAsPlainValuesAndWholeNumbersAsLongs(WireFormat format) {
        List<Object> withNull = new ArrayList<>(Arrays.asList(1, null, "x"));
        var sent = Events.items(
                7, 7_000_000_000L, -1.5, "text", true, List.of(1, List.of()), Map.of("a", Map.of("b", 2)), withNull);
        var lab = FakeLab.answering(format, route -> Flux.just(sent));
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"), ClientOptions.DEFAULT.with(format))) {
            StepVerifier.create(client.run(Events.REQUEST).cast(TaskItems.class).map(TaskItems::items))
                    .assertNext(items -> assertThat(items)
                            .isEqualTo(List.of(
                                    7L,
                                    7_000_000_000L,
                                    -1.5,
                                    "text",
                                    true,
                                    List.of(1L, List.of()),
                                    Map.of("a", Map.of("b", 2L)),
                                    Arrays.asList(1L, null, "x"))))
                    .verifyComplete();
        }
    }

    @Test
    void webSocketCarriesTheSameEvents() {
        try (var server = FakeServer.webSocket(FakeLab.answering(Flux.just(Events.STARTED, Events.FINISHED)));
                var client = LabClient.connect(server.uri("ws"))) {
            StepVerifier.create(client.run(Events.REQUEST))
                    .expectNext(Events.STARTED, Events.FINISHED)
                    .verifyComplete();
        }
    }

    @Test
    void answersOfSeveralMegabytesArrive() {
        var large = Events.items("x".repeat(5_000_000));
        try (var server = FakeServer.tcp(FakeLab.answering(Flux.just(large)));
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.run(Events.REQUEST)).expectNext(large).verifyComplete();
        }
    }

    @Test
    void demandArrivesAsItWasAskedFor() {
        var lab = FakeLab.answering(Flux.<RunEvent>just(Events.STARTED).repeat(99));
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.run(Events.REQUEST), 0)
                    .thenRequest(1)
                    .expectNextCount(1)
                    .thenRequest(3)
                    .expectNextCount(3)
                    .thenRequest(7)
                    .expectNextCount(7)
                    .thenCancel()
                    .verify();

            await().untilAsserted(() -> assertThat(lab.cancelled()).isOne());
            assertThat(lab.demand()).containsExactly(1L, 3L, 7L);
        }
    }

    @Test
    void answerThatCannotBeReadFailsTheStreamAndNotTheConnection() {
        var lab = FakeLab.answering(
                WireFormat.CBOR,
                route -> route.equals("lab.run")
                        ? Flux.just(new byte[] {(byte) 0xFF}).concatWith(Flux.never())
                        : Flux.empty());
        try (var server = FakeServer.tcp(lab);
                var client = LabClient.connect(server.uri("tcp"))) {
            StepVerifier.create(client.run(Events.REQUEST))
                    .verifyErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    BrokenRunException.class,
                                    broken -> assertThat(broken.code()).isEqualTo("unreadable-answer")));
            StepVerifier.create(client.lanes()).verifyComplete();

            await().untilAsserted(() -> assertThat(lab.cancelled()).isOne());
            assertThat(server.connections()).isOne();
        }
    }
}
