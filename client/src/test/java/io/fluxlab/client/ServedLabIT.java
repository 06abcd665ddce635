package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.canary.CanaryKind;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.FieldError;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.LocalLab;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.wire.WireFormat;
import java.util.ArrayList;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A served lab does what a local one does, over every transport and in both formats. */
@ParameterizedClass
@CsvSource({"tcp, CBOR", "tcp, JSON", "ws, CBOR", "ws, JSON", "local, CBOR", "local, JSON"})
class ServedLabIT {

    private static ServedLab served;

    @Parameter(0)
    private String scheme;

    @Parameter(1)
    private WireFormat format;

    private LabClient client;

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
        client = LabClient.connect(served.uri(scheme), ClientOptions.DEFAULT.with(format));
    }

    @AfterEach
    void close() {
        client.close();
        await().untilAsserted(() -> assertThat(served.runs()).isZero());
    }

    @Test
    void listsWhatALocalLabLists() {
        Lab local = LocalLab.create();
        List<String> lanes = local.lanes().map(LaneInfo::name).collectList().block();
        List<String> workloads =
                local.workloads().map(WorkloadInfo::name).collectList().block();

        StepVerifier.create(client.lanes().map(LaneInfo::name).collectList())
                .expectNext(lanes)
                .verifyComplete();
        StepVerifier.create(client.workloads().map(WorkloadInfo::name).collectList())
                .assertNext(names -> assertThat(names).containsAll(workloads))
                .verifyComplete();
    }

    @Test
    void runTellsHowLateItsCanariesWere() {
        var request = RunRequest.of("sleep", "virtual").with(Map.of("tasks", 2, "minMillis", 50, "maxMillis", 50));

        StepVerifier.create(client.run(request).ofType(RunFinished.class))
                .assertNext(end -> assertThat(end.summary().canaries())
                        .singleElement()
                        .satisfies(reading -> {
                            assertThat(reading.canary()).isEqualTo(CanaryKind.CARRIER);
                            assertThat(reading.latency().count()).isPositive();
                        }))
                .verifyComplete();
    }

    @Test
    void runEmitsEveryItemOnceAndInOrder() {
        var request = RunRequest.of("primes", "immediate").with(Map.of("to", 100_000, "method", "sieve", "tasks", 4));
        List<Object> primes = new ArrayList<>();
        StepVerifier.create(client.run(request).doOnNext(event -> {
                    if (event instanceof TaskItems items) {
                        primes.addAll(items.items());
                    }
                }))
                .expectNextMatches(RunStarted.class::isInstance)
                .thenConsumeWhile(event -> !(event instanceof RunFinished))
                .assertNext(event -> assertThat(((RunFinished) event).status()).isEqualTo(Status.COMPLETED))
                .verifyComplete();

        assertThat(primes)
                .hasSize(9_592)
                .startsWith(2L, 3L, 5L)
                .endsWith(99_991L)
                .isSorted();
    }

    @Test
    void comparisonEndsInAVerdict() {
        var request = ComparisonRequest.of("count")
                .with(Map.of("n", 1_000, "tasks", 2))
                .on("immediate", "parallel")
                .rounds(2, 0)
                .withRunEvents();
        StepVerifier.create(client.compare(request).collectList())
                .assertNext(events -> {
                    assertThat(events).extracting(ComparisonEvent::seq).isSorted();
                    assertThat(events).hasAtLeastOneElementOfType(OfRun.class);
                    assertThat(events).filteredOn(Standings.class::isInstance).hasSize(2);
                    assertThat(events.get(events.size() - 1))
                            .isInstanceOfSatisfying(
                                    Verdict.class,
                                    last -> assertThat(last.verdict().lanes()).hasSize(2));
                })
                .verifyComplete();
    }

    @Test
    void laneWithSettingsIsOneUnderItsFullName() {
        String lane = "gil:switchMillis=0.5:threads=virtual";
        StepVerifier.create(client.run(RunRequest.of("count", lane).with(Map.of("n", 1_000)))
                        .ofType(RunStarted.class))
                .assertNext(started -> assertThat(started.lane()).isEqualTo(lane))
                .verifyComplete();
        StepVerifier.create(client.compare(ComparisonRequest.of("count").on("immediate", "gil:switchMillis=0")))
                .verifyErrorSatisfies(error -> assertThat(((InvalidRequestException) error).fields())
                        .singleElement()
                        .satisfies(field -> {
                            assertThat(field.field()).isEqualTo("lanes[1]");
                            assertThat(field.message()).contains("switchMillis must be a number between 0.1 and 10000");
                        }));
    }

    @Test
    void everyWrongFieldComesBackByName() {
        var request = RunRequest.of("count", "prallel").with(Map.of("n", -1, "too", 3));
        StepVerifier.create(client.run(request))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                InvalidRequestException.class,
                                invalid -> assertThat(invalid.fields())
                                        .extracting(FieldError::field)
                                        .containsExactlyInAnyOrder("lane", "parameters.n", "parameters.too")));
    }

    @Test
    void commandsSteerTheRun() {
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        StepVerifier.create(client.steer(ServedLab.ENDLESS, commands.asFlux()))
                .expectNextMatches(RunStarted.class::isInstance)
                .then(() -> commands.tryEmitNext(SteerCommand.concurrency(2)))
                .then(() -> commands.tryEmitNext(SteerCommand.CANCEL))
                .thenConsumeWhile(event -> !(event instanceof RunFinished))
                .assertNext(event -> assertThat(((RunFinished) event).status()).isEqualTo(Status.CANCELLED))
                .verifyComplete();
    }

    @Test
    void cancelOfTheStreamEndsTheRun() {
        StepVerifier.create(client.run(ServedLab.ENDLESS))
                .expectNextCount(10)
                .thenCancel()
                .verify();

        await().untilAsserted(() -> assertThat(served.runs()).isZero());
    }

    @Test
    void closeOfTheClientEndsItsRuns() {
        Flux<RunEvent> run = client.run(ServedLab.ENDLESS);
        StepVerifier.create(run)
                .expectNextCount(10)
                .then(client::close)
                .thenConsumeWhile(event -> true)
                .verifyError(UnreachableLabException.class);

        await().untilAsserted(() -> assertThat(served.runs()).isZero());
    }
}
