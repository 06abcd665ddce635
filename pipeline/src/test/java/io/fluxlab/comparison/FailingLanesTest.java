package io.fluxlab.comparison;

import static io.fluxlab.comparison.ComparisonStates.MILLI;
import static io.fluxlab.comparison.ComparisonStates.finished;
import static io.fluxlab.comparison.ComparisonStates.play;
import static io.fluxlab.comparison.ComparisonStates.run;
import static io.fluxlab.comparison.ComparisonStates.setup;
import static io.fluxlab.comparison.ComparisonStates.verdict;
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

/** Lanes whose tasks fail, in the state of a comparison. */
class FailingLanesTest {

    private final AtomicLong nanos = new AtomicLong(5);

    @Test
    void aLaneOnWhichATaskFailedHasNoOutcomeAndNoFurtherTurn() {
        ComparisonState state = state(2, 0);
        List<Turn> turns = state.nextRound(false);
        fail(state, turns.get(0), Status.FAILED, new Failure("task-failed", "bad luck", List.of("a.B.c(B.java:1)")));
        run(state, turns.get(1), List.of(1L), MILLI);
        run(state, turns.get(2), List.of(1L), MILLI);
        play(state, false, turn -> MILLI);

        String failed = turns.get(0).lane().name();
        assertThat(verdict(state).lanes())
                .hasSize(2)
                .noneMatch(lane -> lane.lane().equals(failed));
        assertThat(verdict(state).failures())
                .containsExactly(new LaneFailure(failed, 3, 10, "task-failed", "bad luck", List.of("a.B.c(B.java:1)")));
        assertThat(verdict(state).reason()).contains(failed + " has no outcome: 3 of 10 tasks failed on it.");
    }

    @Test
    void whereTheBaselineFailsTheNextLaneStandsForIt() {
        ComparisonState state = state(1, 0);
        for (Turn turn : state.nextRound(false)) {
            if (turn.lane().name().equals("immediate")) {
                fail(state, turn, Status.FAILED, new Failure("task-failed", "bad luck"));
            } else {
                run(state, turn, List.of(1L), MILLI);
            }
        }

        assertThat(verdict(state).lanes())
                .filteredOn(lane -> lane.outcome() == Outcome.BASELINE)
                .singleElement()
                .satisfies(lane -> assertThat(lane.lane()).isEqualTo("parallel"));
    }

    @Test
    void aFailureOnEveryLaneIsNoneOfTheLanesDoing() {
        ComparisonState state = state(null, null);
        for (Turn turn : state.nextRound(true)) {
            fail(state, turn, Status.FAILED, new Failure("task-failed", "bad luck"));
        }

        assertThat(state.wantsWarmup()).isFalse();
        assertThat(state.wantsFirstRound()).isFalse();
        assertThat(verdict(state).recommended()).isNull();
        assertThat(verdict(state).abstained()).isEqualTo("failed");
        assertThat(verdict(state).failures()).hasSize(3);
        assertThat(verdict(state).reason())
                .startsWith("The work failed on every lane, so that is none of the lanes' doing. On ")
                .endsWith(": bad luck");
    }

    @Test
    void aRunThatWasCutOffIsAFailureOfItsLaneWithItsReason() {
        ComparisonState state = state(1, 0);
        List<Turn> turns = state.nextRound(false);
        Turn turn = turns.get(0);
        run(state, turns.get(1), List.of(1L), MILLI);
        run(state, turns.get(2), List.of(1L), MILLI);
        state.run(turn);
        state.accept(turn, new TaskFailed(1, 1, 4, new Failure("cancelled", "the run was cancelled")));
        state.accept(turn, finished(Status.CANCELLED, MILLI, new Failure("limit-exceeded", "time is up")));

        assertThat(verdict(state).failures()).singleElement().satisfies(failure -> {
            assertThat(failure.lane()).isEqualTo(turn.lane().name());
            assertThat(failure.code()).isEqualTo("limit-exceeded");
            assertThat(failure.message()).isEqualTo("time is up");
        });
    }

    private static void fail(ComparisonState state, Turn turn, Status status, Failure error) {
        state.run(turn);
        state.accept(turn, new TaskFailed(1, 1, 4, error));
        state.accept(
                turn,
                new RunFinished(
                        3, 1, status, new RunSummary(10, 3, 7, MILLI, MILLI, 0, 3, null, 0, Latency.NONE), null));
    }

    private ComparisonState state(@Nullable Integer rounds, @Nullable Integer warmup) {
        return new ComparisonState(setup(rounds, warmup, null, 1L, Optional.empty()), nanos::get, () -> 0);
    }
}
