package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.run.Board.Count;
import io.fluxlab.run.Bodies.Endless;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.Guests;
import io.fluxlab.run.Misbehaviour;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.Script;
import io.fluxlab.run.SteerCommand;
import io.fluxlab.run.Story;
import io.fluxlab.run.Trial;
import io.fluxlab.run.Viewer;
import io.fluxlab.testing.MachineTime;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What every lane owes a run: that it flows, and that it ends well, whatever ends it. */
public abstract class LaneContract extends LaneFlowContract {

    @Test
    void bodyThatHasWaitedGoesOnOnTheLane() {
        Story story = trial(Script.RETURNING, 20, "").story();

        assertThat(story.failures()).isEmpty();
        assertThat(story.items())
                .hasSize(20)
                .allSatisfy((task, threads) -> assertThat(threads).hasSize(3).containsOnly(threads.get(0)));
    }

    @Test
    void cancelInterruptsWhatHasComeBackToTheLane() {
        Viewer viewer = new Viewer();
        trial(Script.STUCK, 2, "").events().subscribe(viewer);
        viewer.wantAll();
        await().atMost(START).until(() -> board().get(Count.NOW) > 0);

        viewer.cancel();

        MachineTime.within(Duration.ofSeconds(2), "interrupted", () -> board().get(Count.NOW) == 0);
    }

    @Test
    void bodyFindsTheContextOfTheSubscriber() {
        Trial trial = trial(Script.CONTEXT, 5, "user");

        Story story = Story.of(trial.events()
                .contextWrite(
                        context -> context.put("user", "Ada").put("age", 36).put("retries", 3L))
                .collectList()
                .block(START));

        assertThat(story.items())
                .hasSize(5)
                .allSatisfy((task, items) -> assertThat(items).containsExactly("Ada", 3));
    }

    @ParameterizedTest
    @MethodSource("io.fluxlab.run.Bodies#endless")
    void cancelStopsEveryThreadWithinASecond(Endless endless) {
        Guests guests = new Guests(board());
        Trial trial = trial(Script.ENDLESS, 50, endless.name());
        Viewer viewer = new Viewer();
        trial.with(BystanderRate.DEFAULT).events().subscribe(viewer);
        viewer.want(1_000);
        await().atMost(START).until(() -> board().get(Count.NOW) > 0 && viewer.count(TaskStarted.class) > 0);

        viewer.cancel();

        guests.leaveWithinASecond();
        await().untilAsserted(() -> assertThat(closed(trial)).isOne());
        assertThat(viewer.hasEnded()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("io.fluxlab.run.Bodies#endless")
    void aSteeredCancelStopsEveryThreadWithinASecond(Endless endless) {
        Guests guests = new Guests(board());
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        Viewer viewer = new Viewer();
        trial(Script.ENDLESS, 50, endless.name())
                .with(BystanderRate.DEFAULT)
                .steeredBy(commands.asFlux())
                .events()
                .subscribe(viewer);
        viewer.wantAll();
        await().atMost(START).until(() -> viewer.count(TaskStarted.class) > 0);

        commands.tryEmitNext(SteerCommand.CANCEL).orThrow();

        MachineTime.within(Duration.ofSeconds(1), "the run has ended", viewer::hasEnded);
        guests.leaveWithinASecond();
        Story story = viewer.story();
        assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.failures().values()).containsOnly("cancelled").hasSize((int) viewer.count(TaskStarted.class));
    }

    @Test
    void aBrokenPlanStopsEveryThreadWithinASecond() {
        Guests guests = new Guests();
        Trial trial = trial(Script.NAMELESS, 50).with(BystanderRate.DEFAULT);
        Flux<?> run = trial.events();

        StepVerifier.create(run)
                .expectNextMatches(RunStarted.class::isInstance)
                .thenConsumeWhile(Pulse.class::isInstance)
                .expectErrorSatisfies(error ->
                        assertThat(error).isInstanceOf(BrokenRunException.class).hasMessageContaining("no label"))
                .verify(START);

        guests.leaveWithinASecond();
        assertThat(closed(trial)).isOne();
    }

    @Test
    void aPlanThatDoesNotOpenLeavesNoThread() {
        Guests guests = new Guests();
        Trial trial = trial(Script.SHUT, 1).with(BystanderRate.DEFAULT);

        StepVerifier.create(trial.events())
                .expectError(BrokenRunException.class)
                .verify(START);

        guests.leaveWithinASecond();
        assertThat(closed(trial)).isOne();
    }

    @Test
    void aSubscriberThatCancelsAtOnceLeavesNoThread() {
        Guests guests = new Guests();
        Trial trial = trial(Script.ENDLESS, 5, "blocker");

        StepVerifier.create(trial.with(BystanderRate.DEFAULT).events(), 0)
                .thenCancel()
                .verify(START);

        guests.leaveWithinASecond();
        await().untilAsserted(() -> assertThat(closed(trial)).isOne());
    }

    /** Its sockets are opened on several threads, any of which may be at work when the run is cancelled. */
    @RepeatedTest(10)
    void cancelLeavesNothingHoweverFarItsStartHasCome(RepetitionInfo repetition) {
        Guests guests = new Guests();
        Trial trial = trial(Script.ENDLESS, 5, "blocker");
        Viewer viewer = new Viewer();
        trial.with(BystanderRate.DEFAULT).events().subscribe(viewer);
        viewer.wantAll();

        LockSupport.parkNanos(500_000L * repetition.getCurrentRepetition());
        viewer.cancel();

        guests.leaveWithinASecond();
        await().untilAsserted(() -> assertThat(closed(trial)).isOne());
    }

    @ParameterizedTest
    @MethodSource("io.fluxlab.run.Misbehaviour#all")
    void aTaskThatMisbehavesFailsAloneAndLeavesNothing(Misbehaviour misbehaviour) {
        Guests guests = new Guests();

        Story story = trial(Script.MISBEHAVING, 9, misbehaviour.name())
                .with(BystanderRate.DEFAULT)
                .story();

        assertThat(story.failures()).containsOnlyKeys(4).containsValue("task-failed");
        assertThat(story.all(TaskFailed.class).get(0).error().message()).contains(misbehaviour.message());
        assertThat(story.items().keySet())
                .containsAll(
                        IntStream.range(0, 9).filter(task -> task != 4).boxed().toList());
        assertThat(story.end().status()).isEqualTo(Status.FAILED);
        guests.leaveWithinASecond();
    }

    @Test
    void whatABodySaysAfterItsEndIsNotHeard() {
        Story story = trial(Script.TALKATIVE, 3).story();

        assertThat(story.items().values()).containsOnly(List.of("first"));
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void aTaskThatIgnoresItsInterruptHoldsUpNobodyElse() {
        Guests guests = new Guests();
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        Viewer viewer = new Viewer();
        trial(Script.DEAF, 3)
                .with(BystanderRate.DEFAULT)
                .steeredBy(commands.asFlux())
                .events()
                .subscribe(viewer);
        viewer.wantAll();
        await().atMost(START).until(() -> viewer.count(TaskStarted.class) > 0);

        commands.tryEmitNext(SteerCommand.CANCEL).orThrow();
        MachineTime.within(Duration.ofSeconds(4), "the run has ended", viewer::hasEnded);

        assertThat(viewer.error()).isNull();
        assertThat(viewer.story().end().status()).isEqualTo(Status.CANCELLED);
        assertThat(viewer.story().failures()).containsEntry(0, "cancelled");
        board().add(Count.RELEASED, 1);
        guests.leaveWithinASecond();
    }

    @Test
    void isNotInterruptedAnyMoreWhenItsTaskHasEnded() {
        AtomicInteger interrupted = new AtomicInteger();
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();

        Flux<?> run = trial(Script.ENDLESS, 1, "spinner")
                .steeredBy(commands.asFlux())
                .events()
                .doOnNext(event -> {
                    if (event instanceof TaskFailed && Thread.currentThread().isInterrupted()) {
                        interrupted.incrementAndGet();
                    }
                });

        StepVerifier.create(run)
                .expectNextMatches(RunStarted.class::isInstance)
                .expectNextMatches(TaskStarted.class::isInstance)
                .then(() -> commands.tryEmitNext(SteerCommand.CANCEL).orThrow())
                .thenConsumeWhile(event -> true)
                .verifyComplete();
        assertThat(interrupted).hasValue(0);
    }

    @Test
    void aSessionThatDidNothingCloses() {
        Guests guests = new Guests();
        HomeLoop home = HomeLoop.open("contract-home");

        LaneSession session = lane().open(home, 3);
        session.strand();

        StepVerifier.create(session.close()).expectComplete().verify(START);
        StepVerifier.create(home.close()).expectComplete().verify(START);
        guests.leaveWithinASecond();
    }

    @Test
    void introducesItself() {
        assertThat(lane().name()).matches("[a-z]+(-[a-z]+)*");
        assertThat(lane().summary()).isNotBlank();
        assertThat(lane().unavailable()).isEmpty();
        assertThat(lane().concurrency(0)).isPositive();
        assertThat(lane().concurrency(1_000_000)).isPositive();
    }
}
