package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.lane.Lane;
import io.fluxlab.run.Bodies.Crowd;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskStarted;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.publisher.TestPublisher;

class SteeringTest {

    private final Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
    private final Viewer viewer = new Viewer();

    static List<Lane> lanes() {
        return ServiceLoader.load(Lane.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(lane -> lane.mostConcurrency() > 1)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void pauseStartsNoTaskAndResumeGoesOn(Lane lane) {
        Sinks.Many<Integer> gate = Sinks.many().replay().all();
        run(Trial.of(Tasks.of(50, (task, context) -> gate.asFlux().take(1)), lane)
                .atMost(4));
        await().until(() -> viewer.count(TaskStarted.class) == 4);

        send(SteerCommand.PAUSE);
        gate.tryEmitNext(1).orThrow();
        await().until(() -> viewer.count(TaskFinished.class) == 4);
        await().during(Duration.ofMillis(50)).until(() -> viewer.count(TaskStarted.class) == 4);
        send(SteerCommand.RESUME);

        await().until(viewer::hasEnded);
        assertThat(viewer.story().end().status()).isEqualTo(Status.COMPLETED);
        assertThat(viewer.story().mostAtOnce()).isEqualTo(4);
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void pauseAsksNoTaskForMoreAndResumeAsksAgain(Lane lane) {
        AtomicLong emitted = new AtomicLong();
        run(Trial.of(Tasks.of(2, Bodies.counting(emitted)), lane));
        await().until(() -> emitted.get() > 20_000);

        send(SteerCommand.PAUSE);
        AtomicLong before = new AtomicLong(-1);
        await().pollInterval(Duration.ofMillis(50)).until(() -> before.getAndSet(emitted.get()) == emitted.get());
        send(SteerCommand.RESUME);

        await().until(() -> emitted.get() > before.get() + 20_000);
        send(SteerCommand.CANCEL);
        await().until(viewer::hasEnded);
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void concurrencyGoesUpAndDown(Lane lane) {
        Crowd crowd = new Crowd();
        Semaphore exits = new Semaphore(0);
        run(Trial.of(
                        Tasks.of(
                                60,
                                (task, context) -> Mono.fromRunnable(crowd::enter)
                                        .then(Flux.interval(Duration.ofMillis(1), context.timer())
                                                .onBackpressureDrop()
                                                .filter(tick -> exits.tryAcquire())
                                                .next())
                                        .doOnNext(end -> crowd.leave())),
                        lane)
                .atMost(2));
        await().until(() -> crowd.now() == 2);

        send(SteerCommand.concurrency(5));
        await().until(() -> crowd.now() == 5);
        send(SteerCommand.concurrency(1));
        exits.release(4);
        await().until(() -> crowd.now() == 1);
        crowd.forget();
        long started = viewer.count(TaskStarted.class);
        exits.release(10);
        await().until(() -> viewer.count(TaskStarted.class) >= started + 10);
        assertThat(crowd.most()).isOne();
        send(SteerCommand.concurrency(8));
        await().until(() -> crowd.now() == 8);
        exits.release(100);

        await().until(viewer::hasEnded);
        assertThat(viewer.story().end().status()).isEqualTo(Status.COMPLETED);
        assertThat(crowd.most()).isLessThanOrEqualTo(8);
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void blockingTasksGetThreadsWhenConcurrencyGoesUp(Lane lane) {
        int cpus = Runtime.getRuntime().availableProcessors();
        int more = Math.min(lane.name().equals("event-loop") ? 1 : cpus, 4);
        Crowd crowd = new Crowd();
        run(Trial.of(
                        Tasks.of(
                                10,
                                (task, context) -> Mono.fromRunnable(crowd::enter)
                                        .then(Mono.from(Bodies.BLOCKER.of(task, context)))),
                        lane)
                .atMost(1));
        await().until(() -> crowd.now() == 1);

        send(SteerCommand.concurrency(more));

        await().until(() -> crowd.now() == more);
        send(SteerCommand.CANCEL);
        await().until(viewer::hasEnded);
    }

    @Test
    void immediateRunsOneTaskAtATimeWhateverItIsTold() {
        Lane immediate = ServiceLoader.load(Lane.class).findFirst().orElseThrow();
        run(Trial.of(Tasks.of(20, (task, context) -> Mono.delay(Duration.ofMillis(3), context.timer())), immediate)
                .atMost(4));
        send(SteerCommand.concurrency(7));

        await().until(viewer::hasEnded);
        assertThat(viewer.story().mostAtOnce()).isOne();
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void cancelFailsEveryStartedTaskAndStartsNoOther(Lane lane) {
        run(Trial.of(Tasks.of(50, Bodies.WAITER), lane).atMost(6));
        await().until(() -> viewer.count(TaskStarted.class) == 6);

        send(SteerCommand.CANCEL);

        await().until(viewer::hasEnded);
        Story story = viewer.story();
        assertThat(story.failures().values()).hasSize(6).containsOnly("cancelled");
        assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.end().error()).isEqualTo(new RunEvent.Failure("cancelled", "the run was cancelled"));
    }

    @ParameterizedTest
    @MethodSource("lanes")
    void aRunThatTakesTooLongIsCancelled(Lane lane) {
        Story story = Trial.of(Tasks.of(5, Bodies.BLOCKER), lane)
                .within(Duration.ofMillis(50))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.end().error())
                .isEqualTo(new RunEvent.Failure("limit-exceeded", "runTime must be at most 50 ms"));
        assertThat(story.failures().values()).containsOnly("cancelled");
    }

    @Test
    void aCommandStreamThatFailsCancels() {
        Lane lane = lanes().get(0);
        Story story = Trial.of(Tasks.of(5, Bodies.WAITER), lane)
                .steeredBy(Flux.error(InvalidRequestException.of("command", "stop", "unknown command stop")))
                .story();

        assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.end().error()).isEqualTo(new RunEvent.Failure("invalid-request", "unknown command stop"));
    }

    @Test
    void aCommandStreamThatCompletesChangesNothing() {
        Story story = Trial.of(Tasks.of(5, (task, context) -> Mono.just(task)), lanes().get(0))
                .steeredBy(Flux.empty())
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void commandsAreSubscribedWhenTheRunStartsAndCancelledWhenItEnds() {
        TestPublisher<SteerCommand> steering = TestPublisher.create();
        Trial trial = Trial.of(Tasks.of(5, (task, context) -> Mono.just(task)), lanes().get(0))
                .steeredBy(steering);

        Flux<RunEvent> run = trial.events();
        steering.assertWasNotSubscribed();
        run.subscribe(viewer);
        viewer.wantAll();

        await().until(viewer::hasEnded);
        steering.assertWasSubscribed();
        steering.assertCancelled();
    }

    @Test
    void cancelBeforeAnyTaskStartsIsARunOfItsOwn() {
        for (int i = 0; i < 20; i++) {
            Story story = Trial.of(Tasks.of(1_000, Bodies.WAITER), lanes().get(0))
                    .steeredBy(Flux.just(SteerCommand.CANCEL))
                    .story();

            assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        }
    }

    @Test
    void cancelOfAPausedRunEndsIt() {
        run(Trial.of(Tasks.of(50, Bodies.WAITER), lanes().get(0)).atMost(3));
        await().until(() -> viewer.count(TaskStarted.class) == 3);

        send(SteerCommand.PAUSE);
        send(SteerCommand.CANCEL);

        await().until(viewer::hasEnded);
        assertThat(viewer.story().failures()).isEqualTo(Map.of(0, "cancelled", 1, "cancelled", 2, "cancelled"));
    }

    private void run(Trial trial) {
        trial.steeredBy(commands.asFlux()).events().subscribe(viewer);
        viewer.wantAll();
    }

    private void send(SteerCommand command) {
        commands.emitNext(command, Sinks.EmitFailureHandler.FAIL_FAST);
    }
}
