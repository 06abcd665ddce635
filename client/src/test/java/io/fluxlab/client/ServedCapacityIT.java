package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.capacity.Slo;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.load.Rate;
import io.fluxlab.load.Span;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

/** Capacities that a lab elsewhere finds. */
class ServedCapacityIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final CapacityRequest SLEEPS = CapacityRequest.of(
                    "sleep",
                    List.of("bounded-elastic"),
                    List.of(Slo.parse("p99 < 30s"), Slo.parse("bystander.max < 1h")))
            .with(Map.of("tasks", 1, "minMillis", 1, "maxMillis", 1))
            .between(new Rate(40), new Rate(80))
            .stepping(null, Span.of(Duration.ofMillis(300)))
            .within(null, 20_000L, 1L);

    @ParameterizedTest
    @ValueSource(strings = {"tcp", "ws", "local"})
    void searchIsStreamedToItsEnd(String scheme) {
        try (ServedLab lab = ServedLab.start();
                LabClient client = LabClient.connect(lab.uri(scheme))) {
            List<CapacityEvent> events =
                    Objects.requireNonNull(client.capacity(SLEEPS).collectList().block(PATIENCE));

            assertThat(events).first().isInstanceOfSatisfying(CapacityStarted.class, started -> {
                assertThat(started.lanes()).containsExactly("bounded-elastic");
                assertThat(started.slo()).containsExactly("p99 < 30s", "bystander.max < 3600s");
                assertThat(started.design().toPerSecond()).isEqualTo(80);
            });
            assertThat(events).hasAtLeastOneElementOfType(StepStarted.class);
            assertThat(events).hasAtLeastOneElementOfType(StepFinished.class);
            assertThat(events).hasAtLeastOneElementOfType(LaneFound.class);
            assertThat(events)
                    .last()
                    .isInstanceOfSatisfying(
                            CapacityFinished.class,
                            finished ->
                                    assertThat(finished.lanes().get(0).curve()).isNotEmpty());
        }
    }

    @Test
    void cancelEndsTheStepThatGoesOn() {
        try (ServedLab lab = ServedLab.start();
                LabClient client = LabClient.connect(lab.uri("tcp"))) {
            CapacityRequest endless =
                    SLEEPS.stepping(null, Span.of(Duration.ofMinutes(5))).within(null, 3_600_000L, 1L);

            StepVerifier.create(client.capacity(endless))
                    .expectNextCount(2)
                    .then(() -> await().until(() -> lab.runs() == 1))
                    .thenCancel()
                    .verify(PATIENCE);

            await().until(() -> lab.runs() == 0);
        }
    }

    @Test
    void whatIsWrongIsNamedAsInALabOfOnesOwn() {
        try (ServedLab lab = ServedLab.start();
                LabClient client = LabClient.connect(lab.uri("tcp"))) {
            CapacityRequest wrong = CapacityRequest.of("slep", List.of("virtul"), List.of(Slo.parse("p99 < 1s")))
                    .between(new Rate(50), new Rate(10));

            StepVerifier.create(client.capacity(wrong))
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOfSatisfying(
                                    InvalidRequestException.class,
                                    invalid -> assertThat(invalid.fields())
                                            .extracting(field -> field.field())
                                            .containsExactlyInAnyOrder("workload", "lanes[0]", "to")))
                    .verify(PATIENCE);
        }
    }
}
