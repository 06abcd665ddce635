package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.run.Bodies;
import io.fluxlab.run.Bodies.Crowd;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.Story;
import io.fluxlab.run.Tasks;
import io.fluxlab.run.Trial;
import io.fluxlab.run.Viewer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** What every lane owes a run while it goes on: the same items, no more tasks at once than allowed, demand obeyed. */
public abstract class LaneFlowContract {

    private static final int WINDOW = 1024;

    protected abstract Lane lane();

    protected Trial trial(int size, Tasks.Body body) {
        return Trial.of(Tasks.of(size, body), lane());
    }

    @Test
    void emitsTheSameItemsAsImmediate() {
        Tasks.Body body = (task, context) -> switch (task % 5) {
            case 0 -> Mono.empty();
            case 1 -> Mono.fromCallable(() -> "item of " + task);
            case 2 -> Flux.range(0, 3_000).map(i -> task * i);
            case 3 -> Mono.delay(Duration.ofMillis(task % 3), context.timer()).thenMany(Flux.just(task, "and more"));
            default -> Flux.range(0, 1_500).publishOn(context.timer(), 7);
        };

        Story here = trial(60, body).story();

        assertThat(here.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(here.items())
                .isEqualTo(Trial.of(Tasks.of(60, body), new ImmediateLane())
                        .story()
                        .items());
    }

    @Test
    void startsNothingBeforeItIsSubscribed() {
        Tasks tasks = Tasks.of(1, (task, context) -> Mono.just(task));
        Guests guests = new Guests();

        Flux<?> run = Trial.of(tasks, lane()).events();

        assertThat(tasks.opened()).isZero();
        guests.leaveWithinASecond();
        StepVerifier.create(run).thenConsumeWhile(event -> true).verifyComplete();
        assertThat(tasks.opened()).isOne();
    }

    @Test
    void aPlanWithoutTasksIsARunWithoutTasks() {
        Tasks nothing = Tasks.of(0, (task, context) -> Mono.empty());

        Story story = Trial.of(nothing, lane()).with(BystanderRate.DEFAULT).story();

        assertThat(story.all(RunStarted.class)).extracting(RunStarted::tasks).containsExactly(0);
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(nothing.closed()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreBlockingTasksAtOnceThanItsConcurrency(int concurrency) {
        Crowd crowd = new Crowd();

        Story story = trial(
                        20,
                        (task, context) -> Mono.fromCallable(() -> context.blocking(() -> {
                            crowd.enter();
                            Thread.sleep(2);
                            crowd.leave();
                            return task;
                        })))
                .atMost(concurrency)
                .story();

        assertThat(crowd.most()).isBetween(1, concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
        assertThat(story.items()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreAsyncTasksAtOnceThanItsConcurrency(int concurrency) {
        Crowd crowd = new Crowd();

        Story story = trial(
                        40,
                        (task, context) -> Mono.fromRunnable(crowd::enter)
                                .then(Mono.delay(Duration.ofMillis(2), context.timer()))
                                .doOnNext(end -> crowd.leave()))
                .atMost(concurrency)
                .story();

        assertThat(crowd.most()).isBetween(1, concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
        assertThat(story.items()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreComputingTasksAtOnceThanItsConcurrency(int concurrency) {
        Crowd crowd = new Crowd();

        Story story = trial(
                        200,
                        (task, context) -> Mono.fromRunnable(() -> {
                            crowd.enter();
                            for (int i = 0; i < 1_000; i++) {
                                context.checkpoint(i);
                            }
                            crowd.leave();
                        }))
                .atMost(concurrency)
                .story();

        assertThat(crowd.most()).isBetween(1, concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
    }

    @Test
    void runsAsManyAsyncTasksAtOnceAsItsConcurrencyAllows() {
        int concurrency = Math.min(5, lane().mostConcurrency());
        Sinks.Empty<Void> all = Sinks.empty();
        AtomicInteger waiting = new AtomicInteger();

        Story story = trial(
                        concurrency,
                        (task, context) -> Mono.defer(() -> {
                            if (waiting.incrementAndGet() == concurrency) {
                                all.tryEmitEmpty();
                            }
                            return all.asMono();
                        }))
                .atMost(concurrency)
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void givesOneEventForEachThatIsAskedFor() {
        Flux<?> run = trial(20, (task, context) -> Flux.range(0, 3)).events();

        StepVerifier.create(run, 0)
                .expectSubscription()
                .thenRequest(1)
                .expectNextMatches(RunStarted.class::isInstance)
                .thenRequest(1)
                .expectNextMatches(TaskStarted.class::isInstance)
                .thenRequest(2)
                .expectNextCount(2)
                .thenCancel()
                .verify();
    }

    @Test
    void neverGivesMoreThanIsAskedFor() {
        Viewer viewer = new Viewer();
        trial(30, (task, context) -> Flux.range(0, 700)).events().subscribe(viewer);

        while (!viewer.hasEnded()) {
            int before = viewer.events().size();
            viewer.want(1 + before % 3);
            await().pollInterval(Duration.ofMillis(1))
                    .until(() -> viewer.hasEnded() || viewer.events().size() > before);
        }

        assertThat(viewer.wasOverrun()).isFalse();
        assertThat(viewer.story().end().summary().items()).isEqualTo(30 * 700);
    }

    @Test
    void aTaskIsAskedForASmallPrefetchBeyondWhatItsSubscriberTook() {
        AtomicLong emitted = new AtomicLong();
        Viewer viewer = new Viewer();
        trial(1, Bodies.counting(emitted)).events().subscribe(viewer);

        viewer.want(4);

        await().until(() -> viewer.events().size() == 4);
        long taken = 2 * 512;
        await().during(Duration.ofMillis(100))
                .atMost(Duration.ofSeconds(2))
                .until(() -> emitted.get() <= taken + 2_048);
        viewer.cancel();
    }

    @Test
    void tasksStartNoFurtherThanAWindowAheadOfTheSubscriber() {
        AtomicInteger ran = new AtomicInteger();
        Viewer viewer = new Viewer();
        trial(100_000, (task, context) -> Mono.fromRunnable(ran::incrementAndGet))
                .events()
                .subscribe(viewer);

        viewer.want(10);

        await().until(() -> viewer.events().size() == 10 && ran.get() >= WINDOW / 2);
        await().during(Duration.ofMillis(100)).atMost(Duration.ofSeconds(2)).until(() -> ran.get() <= WINDOW + 10);
        viewer.cancel();
    }
}
