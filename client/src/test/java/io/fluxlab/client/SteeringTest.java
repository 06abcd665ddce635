package io.fluxlab.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.SteerCommand;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;
import reactor.test.publisher.TestPublisher;

/** What a steered run's two directions do to each other. */
class SteeringTest {

    private final Sinks.Many<RunEvent> events = Sinks.many().replay().all();
    private final FakeLab lab = FakeLab.answering(events.asFlux());
    private FakeServer server;
    private LabClient client;

    @BeforeEach
    void start() {
        events.tryEmitNext(Events.STARTED);
        server = FakeServer.tcp(lab);
        client = LabClient.connect(server.uri("tcp"));
    }

    @AfterEach
    void stop() {
        client.close();
        server.close();
    }

    @Test
    void requestGoesFirstAndCommandsFollow() {
        var commands = Flux.just(SteerCommand.PAUSE, SteerCommand.concurrency(3), SteerCommand.RESUME);
        StepVerifier.create(client.steer(Events.REQUEST, commands))
                .expectNext(Events.STARTED)
                .then(() ->
                        await().untilAsserted(() -> assertThat(lab.commands()).hasSize(3)))
                .then(this::finish)
                .expectNext(Events.FINISHED)
                .verifyComplete();

        assertThat(lab.routes()).containsExactly("lab.steer");
        assertThat(lab.requests().get(0)).containsEntry("workload", "count");
        assertThat(lab.commands())
                .containsExactly(
                        Map.of("command", "pause"),
                        Map.of("command", "concurrency", "value", 3L),
                        Map.of("command", "resume"));
    }

    @Test
    void endOfTheRunEndsCommandsThatWouldNeverEnd() {
        PublisherProbe<SteerCommand> commands = PublisherProbe.of(Flux.never());
        StepVerifier.create(client.steer(Events.REQUEST, commands.flux()))
                .expectNext(Events.STARTED)
                .then(this::finish)
                .expectNext(Events.FINISHED)
                .verifyComplete();

        await().untilAsserted(commands::assertWasCancelled);
        await().untilAsserted(() -> assertThat(lab.endsOfCommands()).isOne());
    }

    @Test
    void endOfTheCommandsEndsNothing() {
        StepVerifier.create(client.steer(Events.REQUEST, Flux.empty()))
                .expectNext(Events.STARTED)
                .then(() -> await().untilAsserted(
                                () -> assertThat(lab.endsOfCommands()).isOne()))
                .then(this::finish)
                .expectNext(Events.FINISHED)
                .verifyComplete();
    }

    @Test
    void errorOfTheCommandsCancelsTheRun() {
        TestPublisher<SteerCommand> commands = TestPublisher.create();
        StepVerifier.create(client.steer(Events.REQUEST, commands))
                .expectNext(Events.STARTED)
                .then(() -> commands.error(new IllegalStateException("the hand slipped")))
                .then(() -> await().untilAsserted(() ->
                        assertThat(lab.commands()).extracting("command").containsExactly("cancel")))
                .then(this::finish)
                .expectNext(Events.FINISHED)
                .verifyComplete();
    }

    @Test
    void cancelOfTheStreamCancelsRunAndCommands() {
        PublisherProbe<SteerCommand> commands = PublisherProbe.of(Flux.never());
        StepVerifier.create(client.steer(Events.REQUEST, commands.flux()))
                .expectNext(Events.STARTED)
                .thenCancel()
                .verify();

        await().untilAsserted(commands::assertWasCancelled);
        await().untilAsserted(() -> assertThat(lab.cancelled()).isOne());
    }

    private void finish() {
        events.tryEmitNext(Events.FINISHED);
        events.tryEmitComplete();
    }
}
