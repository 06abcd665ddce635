package io.fluxlab.spring.served;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.client.LabClient;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonRequest;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.lab.WorkloadInfo;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunRequest;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.spring.ServiceLab;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** The routes speak the wire's form: the client of a served lab can't tell the difference. */
class LabRoutesTest {

    private static final Map<String, Object> ONE = Map.of("tasks", 1, "calls", 1);
    private static final RunRequest ENDLESS =
            RunRequest.of("endless", "virtual").with(ONE);

    private static ConfigurableApplicationContext application;
    private static ServiceLab lab;
    private static LabClient client;

    @BeforeAll
    static void start() {
        application = Application.start();
        lab = application.getBean(ServiceLab.class);
        client = LabClient.connect(
                "tcp://localhost:" + application.getEnvironment().getRequiredProperty("local.rsocket.server.port"));
    }

    @AfterAll
    static void stop() {
        client.close();
        application.close();
    }

    @Test
    void listsAreThoseOfTheLab() {
        StepVerifier.create(client.workloads().map(WorkloadInfo::name).collectList())
                .assertNext(names -> assertThat(names).contains("answer", "primes"))
                .verifyComplete();
        StepVerifier.create(client.lanes().map(LaneInfo::name).collectList())
                .assertNext(names -> assertThat(names).contains("immediate", "virtual"))
                .verifyComplete();
    }

    @Test
    void runIsStreamed() {
        StepVerifier.create(client.run(RunRequest.of("answer", "immediate").with(ONE))
                        .ofType(RunEvent.TaskItems.class)
                        .concatMapIterable(RunEvent.TaskItems::items))
                .assertNext(item -> assertThat(item).isEqualTo(42L))
                .verifyComplete();
    }

    @Test
    void comparisonEndsInAVerdict() {
        StepVerifier.create(client.compare(ComparisonRequest.of("answer")
                                .on("immediate", "parallel")
                                .with(ONE)
                                .rounds(2, 0))
                        .last())
                .assertNext(last -> assertThat(last).isInstanceOf(ComparisonEvent.Verdict.class))
                .verifyComplete();
    }

    @Test
    void runIsSteered() {
        Sinks.One<SteerCommand> command = Sinks.one();
        StepVerifier.create(client.steer(ENDLESS, command.asMono())
                        .doOnNext(event -> {
                            if (event instanceof RunEvent.TaskItems) {
                                command.tryEmitValue(SteerCommand.CANCEL);
                            }
                        })
                        .last())
                .assertNext(last -> assertThat(last)
                        .isInstanceOfSatisfying(
                                RunEvent.RunFinished.class,
                                end -> assertThat(end.status()).isEqualTo(RunEvent.Status.CANCELLED)))
                .verifyComplete();
    }

    @Test
    void errorNamesTheField() {
        StepVerifier.create(client.run(RunRequest.of("anser", "immediate")))
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                InvalidRequestException.class,
                                wrong -> assertThat(wrong.fields())
                                        .extracting("field")
                                        .contains("workload")));
    }

    @Test
    void errorAmidTheEventsHasTheFormOfOthers() {
        StepVerifier.create(client.run(RunRequest.of("unwritable", "immediate").with(ONE)))
                .thenConsumeWhile(event -> true)
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(
                                BrokenRunException.class,
                                broken -> assertThat(broken.code()).isEqualTo("unwritable-item")));
    }

    @Test
    void cancelEndsTheRun() {
        StepVerifier.create(client.run(ENDLESS)).expectNextCount(3).thenCancel().verify();

        await().untilAsserted(() -> assertThat(lab.running()).isEmpty());
    }
}
