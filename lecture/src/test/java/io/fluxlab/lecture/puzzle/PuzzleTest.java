package io.fluxlab.lecture.puzzle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.lecture.puzzle.LecturePuzzle.Variant;
import io.fluxlab.lecture.puzzle.Operation.Acquire;
import io.fluxlab.lecture.puzzle.Operation.TestEmpty;
import io.fluxlab.lecture.puzzle.Operation.Work;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Deadlock;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.NothingToTake;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Open;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.Well;
import io.fluxlab.lecture.puzzle.PuzzleOutcome.WrongValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PuzzleTest {
    private static final int A = 0;
    private static final int B = 1;
    private static final int P = 2;

    /** Two interleaved threads of three operations have 6!/(3! 3!) schedules; only those one after the other lose nothing. */
    @Test
    void twoAdditionsHaveTwentySchedulesAndEighteenLoseOne() {
        Exploration all = Exploration.of(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 0));

        assertThat(all.schedules()).isEqualTo(20);
        assertThat(all.failing()).isEqualTo(18);
        assertThat(all.shortest().orElseThrow()).hasSize(6);
    }

    @Test
    void schedulesOfThreadsThatShareNothingAreCountedAsTheBookSays() {
        ProgramStep work = ProgramStep.whole("work()", new Work());
        Puzzle puzzle = new Puzzle(
                List.of(
                        new ThreadProgram("A", List.of(work, work, work, work)),
                        new ThreadProgram("B", List.of(work, work, work, work)),
                        new ThreadProgram("C", List.of(work, work))),
                Map.of(),
                Map.of());

        Exploration all = Exploration.of(puzzle);

        assertThat(all.schedules()).isEqualTo(3150); // 10! / (4! 4! 2!)
        assertThat(all.moments()).isEqualTo(5 * 5 * 3);
        assertThat(all.isSafe()).isTrue();
    }

    @Test
    void aLockLeavesOneThreadAfterTheOther() {
        Exploration all = Exploration.of(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FIXED, 0));

        assertThat(all.schedules()).isEqualTo(2);
        assertThat(all.isSafe()).isTrue();
        assertThat(all.shortest()).isEmpty();
    }

    @Test
    void deadlockIsTwoTurnsAway() {
        Puzzle puzzle = LecturePuzzle.DEADLOCK.puzzle(Variant.FAULTY, 0);
        Exploration all = Exploration.of(puzzle);
        Schedule play = new Schedule(puzzle);
        all.shortest().orElseThrow().forEach(play::let);

        assertThat(play.schedule()).containsExactlyInAnyOrder(A, B);
        assertThat(play.outcome())
                .isEqualTo(new Deadlock(
                        List.of(new Blocked(A, "m2", Optional.of(B)), new Blocked(B, "m1", Optional.of(A)))));
    }

    @ParameterizedTest
    @EnumSource
    void everyPuzzleFailsInSomeScheduleAndItsRemedyInNone(LecturePuzzle puzzle) {
        Exploration faulty = Exploration.of(puzzle.puzzle(Variant.FAULTY, 0));
        Exploration fixed = Exploration.of(puzzle.puzzle(Variant.FIXED, 0));

        assertThat(faulty.failing()).isPositive().isLessThan(faulty.schedules());
        assertThat(fixed.failing()).isZero();
        assertThat(fixed.schedules()).isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void aShortestScheduleEndsInAFaultAndNoneIsShorter(LecturePuzzle puzzle) {
        Puzzle faulty = puzzle.puzzle(Variant.FAULTY, 0);
        List<Integer> shortest = Exploration.of(faulty).shortest().orElseThrow();
        Schedule play = new Schedule(faulty);
        shortest.forEach(play::let);

        assertThat(play.outcome().isFault()).isTrue();
        assertThat(reaches(faulty, faulty.beginning(), shortest.size() - 1)).isFalse();
    }

    /** Every schedule by itself, with nothing remembered: the counts of the exploration must agree. */
    @ParameterizedTest
    @EnumSource
    void countsAreThoseOfASearchThatRemembersNothing(LecturePuzzle puzzle) {
        for (Variant variant : Variant.values()) {
            Puzzle threads = puzzle.puzzle(variant, 0);
            long[] counts = new long[2];
            walk(threads, threads.beginning(), counts);
            Exploration all = Exploration.of(threads);

            assertThat(all.schedules()).isEqualTo(counts[0]);
            assertThat(all.failing()).isEqualTo(counts[1]);
        }
    }

    @Test
    void ifTakesAnItemThatSomebodyElseHas() {
        Schedule play = new Schedule(LecturePuzzle.IF_INSTEAD_OF_WHILE.puzzle(Variant.FAULTY, 0));
        List.of(A, A, A, P, P, P, P, B, B, B, B, A).forEach(play::let);

        assertThat(play.outcome()).isEqualTo(new Open());
        play.let(A);
        assertThat(play.outcome()).isEqualTo(new NothingToTake(A, "items"));
        assertThat(play.puzzle().enabled(play.moment())).isEmpty();
    }

    @Test
    void whileLooksAgain() {
        Schedule play = new Schedule(LecturePuzzle.IF_INSTEAD_OF_WHILE.puzzle(Variant.FIXED, 0));
        List.of(A, A, A, P, P, P, P, B, B, B, B, A, A).forEach(play::let);

        assertThat(play.puzzle().next(play.moment(), A).orElseThrow().text()).isEqualTo("    cv.wait()");
    }

    @Test
    void sleeperIsBlockedUntilItIsNotifiedAndThenByWhoeverHoldsTheLock() {
        Puzzle puzzle = LecturePuzzle.IF_INSTEAD_OF_WHILE.puzzle(Variant.FAULTY, 0);
        Schedule play = new Schedule(puzzle);
        List.of(A, A, A).forEach(play::let);
        assertThat(puzzle.blocked(play.moment(), A)).contains(new Blocked(A, "cv", Optional.empty()));

        List.of(P, P, P).forEach(play::let);
        assertThat(puzzle.blocked(play.moment(), A)).contains(new Blocked(A, "cv", Optional.of(P)));

        play.let(P);
        assertThat(puzzle.blocked(play.moment(), A)).isEmpty();
    }

    @Test
    void whoCanNotGoOnIsRefusedAndNothingChanges() {
        Schedule play = new Schedule(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FIXED, 0));
        play.let(A);
        PuzzleState before = play.moment();

        assertThatThrownBy(() -> play.let(B)).isInstanceOf(IllegalArgumentException.class);
        assertThat(play.moment()).isEqualTo(before);
        assertThat(play.puzzle().blocked(before, B)).contains(new Blocked(B, "m", Optional.of(A)));
    }

    @Test
    void turnsAreTakenBackOneByOne() {
        Schedule play = new Schedule(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 0));
        PuzzleState start = play.moment();
        play.let(A);
        PuzzleState one = play.moment();
        play.let(B);

        assertThat(play.undo()).isTrue();
        assertThat(play.moment()).isEqualTo(one);
        assertThat(play.undo()).isTrue();
        assertThat(play.moment()).isEqualTo(start);
        assertThat(play.undo()).isFalse();

        List.of(A, B, A).forEach(play::let);
        play.restart();
        assertThat(play.moment()).isEqualTo(start);
        assertThat(play.turns()).isEmpty();
    }

    @Test
    void lostUpdateIsTracedToTheTurnsThatLostIt() {
        Schedule play = new Schedule(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 0));
        List.of(A, B, B, B, A, A).forEach(play::let);

        assertThat(play.outcome()).isEqualTo(new WrongValue("x", 2, 1));
        assertThat(play.overwrite()).contains(new LostUpdate(1, 4, 6, A, B));
    }

    @Test
    void nothingIsOverwrittenOneAfterTheOther() {
        Schedule play = new Schedule(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 0));
        List.of(A, A, A, B, B, B).forEach(play::let);

        assertThat(play.outcome()).isEqualTo(new Well());
        assertThat(play.overwrite()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"LOST_UPDATE, 1", "LOST_UPDATE, 7", "DEADLOCK, 1", "IF_INSTEAD_OF_WHILE, 3"})
    void aSeedGivesTheSamePlayAgain(LecturePuzzle puzzle, long seed) {
        Schedule first = new Schedule(puzzle.puzzle(Variant.FAULTY, seed));
        Schedule second = new Schedule(puzzle.puzzle(Variant.FAULTY, seed));
        first.finish(new SplittableRandom(seed));
        second.finish(new SplittableRandom(seed));

        assertThat(first.turns()).isNotEmpty().isEqualTo(second.turns());
        assertThat(first.outcome()).isNotEqualTo(new Open());
    }

    @Test
    void aSeedChoosesTheFiguresAndNoneIsZeroAndOnes() {
        assertThat(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 0).start()).isEqualTo(Map.of("x", 0));
        assertThat(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 5))
                .isNotEqualTo(LecturePuzzle.LOST_UPDATE.puzzle(Variant.FAULTY, 6));
    }

    @Test
    void schedulesWithoutAnEndAreRefused() {
        ProgramStep again = ProgramStep.whole("while items:", new TestEmpty("items", 0));
        Puzzle puzzle = new Puzzle(List.of(new ThreadProgram("A", List.of(again))), Map.of("items", 1), Map.of());

        assertThatThrownBy(() -> Exploration.of(puzzle)).hasMessage("every schedule must have an end");
    }

    @Test
    void aLockTakenTwiceByItsHolderIsADeadlockOfOne() {
        ProgramStep acquire = ProgramStep.whole("m.acquire()", new Acquire("m"));
        Puzzle puzzle = new Puzzle(List.of(new ThreadProgram("A", List.of(acquire, acquire))), Map.of(), Map.of());
        Schedule play = new Schedule(puzzle);
        play.let(A);

        assertThat(play.outcome()).isEqualTo(new Deadlock(List.of(new Blocked(A, "m", Optional.of(A)))));
    }

    private static boolean reaches(Puzzle puzzle, PuzzleState moment, int turns) {
        if (puzzle.outcome(moment).isFault()) {
            return true;
        }
        return turns > 0
                && puzzle.enabled(moment).stream()
                        .anyMatch(thread -> reaches(puzzle, puzzle.step(moment, thread), turns - 1));
    }

    private static void walk(Puzzle puzzle, PuzzleState moment, long... counts) {
        List<Integer> enabled = puzzle.enabled(moment);
        if (enabled.isEmpty()) {
            counts[0]++;
            counts[1] += puzzle.outcome(moment).isFault() ? 1 : 0;
        }
        enabled.forEach(thread -> walk(puzzle, puzzle.step(moment, thread), counts));
    }
}
