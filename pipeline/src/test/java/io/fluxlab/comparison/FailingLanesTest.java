package io.fluxlab.comparison;

import static io.fluxlab.comparison.Courses.MILLI;
import static io.fluxlab.comparison.Courses.finished;
import static io.fluxlab.comparison.Courses.play;
import static io.fluxlab.comparison.Courses.run;
import static io.fluxlab.comparison.Courses.setup;
import static io.fluxlab.comparison.Courses.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFailed;
import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Lanes whose tasks fail, in the course of a comparison. */
class FailingLanesTest {

    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void aLaneOnWhichATaskFailedHasNoOutcomeAndNoFurtherTurn() {
        Course course = course(2, 0);
        List<Turn> turns = course.nextRound(false);
        fail(course, turns.get(0), Status.FAILED, new Failure("task-failed", "bad luck", List.of("a.B.c(B.java:1)")));
        run(course, turns.get(1), List.of(1L), MILLI);
        run(course, turns.get(2), List.of(1L), MILLI);
        play(course, false, turn -> MILLI);

        String failed = turns.get(0).lane().name();
        assertThat(verdict(course).lanes())
                .hasSize(2)
                .noneMatch(lane -> lane.lane().equals(failed));
        assertThat(verdict(course).failures())
                .containsExactly(new LaneFailure(failed, 3, 10, "task-failed", "bad luck", List.of("a.B.c(B.java:1)")));
        assertThat(verdict(course).reason()).contains(failed + " has no outcome: 3 of 10 tasks failed on it.");
    }

    @Test
    void whereTheBaselineFailsTheNextLaneStandsForIt() {
        Course course = course(1, 0);
        for (Turn turn : course.nextRound(false)) {
            if (turn.lane().name().equals("immediate")) {
                fail(course, turn, Status.FAILED, new Failure("task-failed", "bad luck"));
            } else {
                run(course, turn, List.of(1L), MILLI);
            }
        }

        assertThat(verdict(course).lanes())
                .filteredOn(lane -> lane.outcome() == Outcome.BASELINE)
                .singleElement()
                .satisfies(lane -> assertThat(lane.lane()).isEqualTo("parallel"));
    }

    @Test
    void aFailureOnEveryLaneIsNoneOfTheLanesDoing() {
        Course course = course(null, null);
        for (Turn turn : course.nextRound(true)) {
            fail(course, turn, Status.FAILED, new Failure("task-failed", "bad luck"));
        }

        assertThat(course.wantsWarmup()).isFalse();
        assertThat(course.wantsFirstRound()).isFalse();
        assertThat(verdict(course).recommended()).isNull();
        assertThat(verdict(course).abstained()).isEqualTo("failed");
        assertThat(verdict(course).failures()).hasSize(3);
        assertThat(verdict(course).reason())
                .startsWith("The work failed on every lane, so that is none of the lanes' doing. On ")
                .endsWith(": bad luck");
    }

    @Test
    void aRunThatWasCutOffIsAFailureOfItsLaneWithItsReason() {
        Course course = course(1, 0);
        List<Turn> turns = course.nextRound(false);
        Turn turn = turns.get(0);
        run(course, turns.get(1), List.of(1L), MILLI);
        run(course, turns.get(2), List.of(1L), MILLI);
        course.run(turn);
        course.accept(turn, new TaskFailed(1, 1, 4, new Failure("cancelled", "the run was cancelled")));
        course.accept(turn, finished(Status.CANCELLED, MILLI, new Failure("limit-exceeded", "time is up")));

        assertThat(verdict(course).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.lane()).isEqualTo(turn.lane().name());
            assertThat(failure.code()).isEqualTo("limit-exceeded");
            assertThat(failure.message()).isEqualTo("time is up");
        });
    }

    private static void fail(Course course, Turn turn, Status status, Failure error) {
        course.run(turn);
        course.accept(turn, new TaskFailed(1, 1, 4, error));
        course.accept(
                turn,
                new RunFinished(
                        3, 1, status, new RunSummary(10, 3, 7, MILLI, MILLI, 0, 3, null, 0, Latency.NONE), null));
    }

    private Course course(@Nullable Integer rounds, @Nullable Integer warmup) {
        return new Course(setup(rounds, warmup, null, 1L, Optional.empty()), nanos::get, () -> 0);
    }
}
