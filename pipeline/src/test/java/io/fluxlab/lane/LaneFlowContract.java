package io.fluxlab.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.run.Board;
import io.fluxlab.run.Board.Count;
import io.fluxlab.run.BystanderRate;
import io.fluxlab.run.ContractWorkload;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.Script;
import io.fluxlab.run.Story;
import io.fluxlab.run.Tasks;
import io.fluxlab.run.Trial;
import io.fluxlab.run.Viewer;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** What every lane owes a run while it goes on: the same items, no more tasks at once than allowed, demand obeyed. */
public abstract class LaneFlowContract {

    /** A lane may have processes to start. */
    static final Duration START = Duration.ofSeconds(60);

    private static final int WINDOW = 1024;

    protected abstract Lane lane();

    @TempDir
    private Path folder;

    private Board board;

    @BeforeEach
    void hangUpTheBoard() {
        board = Board.at(folder.resolve("board"));
    }

    protected Board board() {
        return board;
    }

    /** A run of bodies that are only here: for lanes that run their tasks in this process. */
    protected Trial trial(int size, Tasks.Body body) {
        return Trial.of(Tasks.of(size, body), lane());
    }

    /** A run of a script, wherever the lane runs its tasks. */
    protected Trial trial(Script script, int size, String detail) {
        return Trial.of(ContractWorkload.subject(script, size, detail, board), lane());
    }

    protected Trial trial(Script script, int size) {
        return trial(script, size, "");
    }

    /** How often the plan of a trial was closed here. */
    protected static int closed(Trial trial) {
        return ((Tasks) trial.subject().plan()).closed();
    }

    @Test
    void emitsTheSameItemsAsImmediate() {
        Trial reference = Trial.of(ContractWorkload.subject(Script.MIXED, 60, "", board), new ImmediateLane());

        Story here = trial(Script.MIXED, 60).story();

        assertThat(here.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(here.items()).isEqualTo(reference.story().items());
    }

    @Test
    void startsNothingBeforeItIsSubscribed() {
        Guests guests = new Guests();

        Flux<?> run = trial(Script.JUST, 1).events();

        assertThat(board.get(Count.OPENED)).isZero();
        guests.leaveWithinASecond();
        StepVerifier.create(run).thenConsumeWhile(event -> true).verifyComplete();
        assertThat(board.get(Count.OPENED)).isOne();
    }

    @Test
    void aPlanWithoutTasksIsARunWithoutTasks() {
        Trial nothing = trial(Script.EMPTY, 0);

        Story story = nothing.with(BystanderRate.DEFAULT).story();

        assertThat(story.all(RunStarted.class)).extracting(RunStarted::tasks).containsExactly(0);
        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
        assertThat(closed(nothing)).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreBlockingTasksAtOnceThanItsConcurrency(int concurrency) {
        Story story = trial(Script.BLOCKING, 20).atMost(concurrency).story();

        assertThat(board.get(Count.MOST)).isBetween(1L, (long) concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
        assertThat(story.items()).hasSize(20);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreAsyncTasksAtOnceThanItsConcurrency(int concurrency) {
        Story story = trial(Script.ASYNC, 40).atMost(concurrency).story();

        assertThat(board.get(Count.MOST)).isBetween(1L, (long) concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
        assertThat(story.items()).hasSize(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void neverRunsMoreComputingTasksAtOnceThanItsConcurrency(int concurrency) {
        Story story = trial(Script.COMPUTING, 200).atMost(concurrency).story();

        assertThat(board.get(Count.MOST)).isBetween(1L, (long) concurrency);
        assertThat(story.mostAtOnce()).isBetween(1, concurrency);
    }

    @Test
    void runsAsManyAsyncTasksAtOnceAsItsConcurrencyAllows() {
        int concurrency = Math.min(5, lane().mostConcurrency());

        Story story = trial(Script.TOGETHER, concurrency, String.valueOf(concurrency))
                .atMost(concurrency)
                .story();

        assertThat(story.end().status()).isEqualTo(Status.COMPLETED);
    }

    @Test
    void givesOneEventForEachThatIsAskedFor() {
        Flux<?> run = trial(Script.RANGE, 20, "3").events();

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
        trial(Script.RANGE, 30, "700").events().subscribe(viewer);

        while (!viewer.hasEnded()) {
            int before = viewer.events().size();
            viewer.want(1 + before % 3);
            await().atMost(START)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> viewer.hasEnded() || viewer.events().size() > before);
        }

        assertThat(viewer.wasOverrun()).isFalse();
        assertThat(viewer.story().end().summary().items()).isEqualTo(30 * 700);
    }

    @Test
    void aTaskIsAskedForASmallPrefetchBeyondWhatItsSubscriberTook() {
        Viewer viewer = new Viewer();
        trial(Script.COUNTING, 1).events().subscribe(viewer);

        viewer.want(4);

        await().atMost(START).until(() -> viewer.events().size() == 4);
        long taken = 2 * 512;
        await().during(Duration.ofMillis(100)).atMost(START).until(() -> board.get(Count.EMITTED) <= taken + 2_048);
        viewer.cancel();
    }

    @Test
    void tasksStartNoFurtherThanAWindowAheadOfTheSubscriber() {
        Viewer viewer = new Viewer();
        trial(Script.EMPTY, 100_000).events().subscribe(viewer);

        viewer.want(10);

        await().atMost(START).until(() -> viewer.events().size() == 10 && board.get(Count.RAN) >= WINDOW / 2);
        await().during(Duration.ofMillis(100)).atMost(START).until(() -> board.get(Count.RAN) <= WINDOW + 10);
        viewer.cancel();
    }
}
