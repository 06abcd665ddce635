package io.fluxlab.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** A whole run in virtual time, on one thread: what it does when. */
class RunScopeTest {

    private final StillRun run = new StillRun();
    private final Viewer viewer = new Viewer();
    private final AtomicInteger bodies = new AtomicInteger();

    @Test
    void timesAreThoseOfTheClock() {
        start(
                3,
                2,
                Steering.NONE,
                context -> Mono.delay(Duration.ofSeconds(3), context.timer()).then());
        run.runStrands();
        run.pass(Duration.ofSeconds(3));
        run.pass(Duration.ofSeconds(3));

        Story story = viewer.story();
        assertThat(story.all(TaskFinished.class))
                .extracting(TaskFinished::wallNanos)
                .containsOnly(seconds(3));
        assertThat(story.all(TaskFinished.class))
                .extracting(TaskFinished::atNanos)
                .containsExactly(seconds(3), seconds(3), seconds(6));
        assertThat(story.mostAtOnce()).isEqualTo(2);
        assertThat(story.end().summary().wallNanos()).isEqualTo(seconds(6));
    }

    @Test
    void aRunThatHasTakenTooLongEndsAtThatMoment() {
        start(2, 1, new Steering(Flux.never(), Optional.of(Duration.ofSeconds(2))), context -> Mono.never());
        run.runStrands();

        run.pass(Duration.ofMillis(1_999));
        assertThat(viewer.count(TaskFailed.class)).isZero();
        run.pass(Duration.ofMillis(1));

        Story story = viewer.story();
        assertThat(story.failures()).containsOnlyKeys(0).containsValue("cancelled");
        assertThat(story.all(TaskFailed.class)).extracting(TaskFailed::atNanos).containsExactly(seconds(2));
        assertThat(story.end().status()).isEqualTo(Status.CANCELLED);
        assertThat(story.end().error()).isEqualTo(Failures.timeIsUp(Duration.ofSeconds(2)));
    }

    @Test
    void aBodyThatPaysNoHeedIsGivenUpAfterAWhile() {
        List<Long> ends = new ArrayList<>();
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        start(
                1,
                1,
                new Steering(commands.asFlux(), Optional.empty()),
                context -> Mono.fromRunnable(() -> {
                    commands.tryEmitNext(SteerCommand.CANCEL);
                    run.time().advanceTimeBy(RunScope.GRACE.minusMillis(1));
                    ends.add(viewer.count(TaskFailed.class));
                    run.time().advanceTimeBy(Duration.ofMillis(1));
                    ends.add(viewer.count(TaskFailed.class));
                }));
        run.runStrands();

        assertThat(ends).as("ends before and after the time to let go").containsExactly(0L, 1L);
        Story story = viewer.story();
        assertThat(story.all(TaskFailed.class))
                .extracting(TaskFailed::atNanos)
                .containsExactly(RunScope.GRACE.toNanos());
        assertThat(story.end().error()).isEqualTo(Failures.CANCELLED);
    }

    @Test
    void progressIsReportedTenTimesASecondAndPulsesFourTimes() {
        start(1, 1, Steering.NONE, RunScopeTest::ticking);
        run.runStrands();
        run.pass(Duration.ofMillis(1_005));

        assertThat(viewer.count(TaskProgress.class)).isEqualTo(10);
        assertThat(viewer.count(Pulse.class)).isEqualTo(4);
        viewer.cancel();
    }

    @Test
    void itemsWaitNoLongerThanTenMilliseconds() {
        start(1, 1, Steering.NONE, RunScopeTest::ticking);
        run.runStrands();
        run.pass(Duration.ofSeconds(1));

        assertThat(viewer.events().stream().filter(TaskItems.class::isInstance).map(TaskItems.class::cast))
                .hasSizeGreaterThan(90)
                .allSatisfy(batch -> assertThat(batch.items()).hasSizeBetween(9, 11));
        viewer.cancel();
    }

    @Test
    void aPausedRunStartsNothingUntilItIsResumed() {
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        commands.tryEmitNext(SteerCommand.PAUSE);
        start(2, 2, new Steering(commands.asFlux(), Optional.empty()), context -> Mono.empty());
        run.runStrands();
        assertThat(viewer.count(TaskFinished.class)).isZero();

        commands.tryEmitNext(SteerCommand.RESUME);
        run.runStrands();

        assertThat(viewer.story().end().status()).isEqualTo(Status.COMPLETED);
        assertThat(viewer.count(TaskFinished.class)).isEqualTo(2);
    }

    @Test
    void nobodySumsUpARunThatWasCancelled() {
        Sinks.Many<SteerCommand> commands = Sinks.many().unicast().onBackpressureBuffer();
        start(2, 1, new Steering(commands.asFlux(), Optional.empty()), context -> {
            commands.tryEmitNext(SteerCommand.PAUSE);
            return Mono.empty();
        });
        run.runStrands();
        assertThat(viewer.count(TaskFinished.class)).isOne();

        viewer.cancel();
        run.pass(Duration.ofSeconds(1));

        assertThat(run.summaries()).isZero();
    }

    @Test
    void aSlowSubscriberIsToldHowManyReportsTheNewestHasReplaced() {
        run(1, 1, Steering.NONE, RunScopeTest::ticking);
        viewer.want(2);
        run.runStrands();
        run.pass(Duration.ofMillis(1_005));
        viewer.want(100);

        assertThat(viewer.events().stream()
                        .filter(TaskProgress.class::isInstance)
                        .map(TaskProgress.class::cast))
                .hasSize(1)
                .allSatisfy(progress -> assertThat(progress.conflated()).isEqualTo(9));
        assertThat(viewer.events().stream().filter(Pulse.class::isInstance).map(Pulse.class::cast))
                .hasSize(1)
                .allSatisfy(pulse -> assertThat(pulse.conflated()).isEqualTo(3));
        viewer.cancel();
    }

    @Test
    void aRunWithoutTasksEndsAtOnce() {
        start(0, 1, Steering.NONE, context -> Mono.empty());

        assertThat(viewer.story().end().summary().tasks()).isZero();
        assertThat(run.waiting()).isZero();
    }

    @Test
    void aCancelledRunStopsItsTasksAndSaysNoMore() {
        start(1, 1, Steering.NONE, RunScopeTest::ticking);
        run.runStrands();
        run.pass(Duration.ofMillis(50));
        int seen = viewer.events().size();
        assertThat(bodies).hasValue(1);

        viewer.cancel();
        run.pass(Duration.ofSeconds(9));

        assertThat(viewer.events()).hasSize(seen);
        assertThat(bodies).hasValue(0);
    }

    /** Emits its progress every millisecond. */
    private static Publisher<?> ticking(TaskContext context) {
        return Flux.interval(Duration.ofMillis(1), context.timer()).doOnNext(context::checkpoint);
    }

    private void start(int tasks, int concurrency, Steering steering, Function<TaskContext, Publisher<?>> body) {
        run(tasks, concurrency, steering, body);
        viewer.wantAll();
    }

    private void run(int tasks, int concurrency, Steering steering, Function<TaskContext, Publisher<?>> body) {
        Tasks.Body counted = (task, context) -> Flux.from(body.apply(context))
                .doOnSubscribe(subscription -> bodies.incrementAndGet())
                .doFinally(signal -> bodies.decrementAndGet());
        run.events(Tasks.of(tasks, counted), concurrency, steering).subscribe(viewer);
    }

    private static long seconds(int seconds) {
        return TimeUnit.SECONDS.toNanos(seconds);
    }
}
