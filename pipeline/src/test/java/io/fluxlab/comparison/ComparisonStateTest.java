package io.fluxlab.comparison;

import static io.fluxlab.comparison.ComparisonStates.MILLI;
import static io.fluxlab.comparison.ComparisonStates.finished;
import static io.fluxlab.comparison.ComparisonStates.play;
import static io.fluxlab.comparison.ComparisonStates.run;
import static io.fluxlab.comparison.ComparisonStates.setup;
import static io.fluxlab.comparison.ComparisonStates.verdict;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fluxlab.comparison.ComparisonStates.Wall;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.TimeTooShortException;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.run.RunEvent.TaskFinished;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.StoppingRule;
import io.fluxlab.verdict.Warning;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The state of a comparison whose runs take what the test says, by a clock that the test moves. */
class ComparisonStateTest {

    private final AtomicLong nanos = new AtomicLong(5);
    private final AtomicLong taking = new AtomicLong();

    @Test
    void theSameSeedGivesTheSameOrderAndOrdersVary() {
        assertThat(orders(state(null, 0, null, 1L), 20)).isEqualTo(orders(state(null, 0, null, 1L), 20));
        assertThat(orders(state(null, 0, null, 1L), 20)).isNotEqualTo(orders(state(null, 0, null, 2L), 20));
        Set<List<String>> all = new HashSet<>(orders(state(null, 0, null, 1L), 100));
        assertThat(all).as("all orders of three").hasSize(6);
    }

    @Test
    void whatWarmsUpDoesNotCount() {
        ComparisonState state = state(1, 2, null, 1L);
        while (state.wantsWarmup()) {
            play(state, true, turn -> 500 * MILLI);
        }
        play(state, false, turn -> 10 * MILLI);

        assertThat(verdict(state).samples())
                .hasSize(3)
                .extracting(LaneSample::wallNanos)
                .containsOnly(10 * MILLI);
        assertThat(verdict(state).lanes())
                .extracting(lane -> lane.standing().medianNanos())
                .containsOnly(10 * MILLI);
    }

    @Test
    void saysWhatTakingItsEventsCostWhileItMeasured() {
        ComparisonState state = state(1, 1, null, 1L);
        for (Turn turn : state.nextRound(true)) {
            runWhileTaking(state, turn);
        }
        play(state, false, turn -> 10 * MILLI);
        assertThat(verdict(state).warnings()).extracting(Warning::code).doesNotContain("taking-events");

        for (Turn turn : state.nextRound(false)) {
            runWhileTaking(state, turn);
        }
        assertThat(verdict(state).warnings()).extracting(Warning::code).contains("taking-events");
    }

    private void runWhileTaking(ComparisonState state, Turn turn) {
        state.run(turn);
        taking.addAndGet(1);
        state.accept(turn, new TaskItems(1, 1, 0, 0, List.of(1L)));
        state.accept(turn, new TaskFinished(2, 1, 0, 1, 1, null));
        state.accept(turn, finished(Status.COMPLETED, 10 * MILLI, null));
    }

    @Test
    void warmsUpUntilEveryLaneIsSteadyWithinAShareOfTheTime() {
        assertThat(warmups(state(null, null, null, 1L), 10, round -> 10))
                .as("a second")
                .isEqualTo(100);
        assertThat(warmups(state(null, null, null, 1L), 300, round -> 10))
                .as("five rounds")
                .isEqualTo(5);
        assertThat(warmups(state(null, null, null, 1L), 300, round -> 134 - 4L * round))
                .as("3.75 s")
                .isEqualTo(13);
        assertThat(warmups(state(null, null, null, 1L), 6_000, round -> 10)).isEqualTo(1);
        assertThat(warmups(state(4, null, null, 1L), 1, round -> 10))
                .as("no more than count")
                .isEqualTo(4);
        assertThat(warmups(state(null, 0, null, 1L), 1, round -> 10)).isZero();
        assertThat(warmups(state(null, 7, null, 1L), 1_000, round -> 10)).isEqualTo(7);
        assertThat(warmups(state(null, 7, 4_000L, 1L), 1_000, round -> 10))
                .as("and one that counts")
                .isEqualTo(3);
    }

    @Test
    void aFirstRoundThatCanNotFitIsRefusedBeforeTheSecondRunWithWhatIsKnown() {
        ComparisonState state = state(null, null, 4_000L, 1L);
        List<Turn> turns = state.nextRound(true);
        state.roundStarted(turns.get(0));
        run(state, turns.get(0), List.of(1L), 4_500 * MILLI);
        nanos.addAndGet(4_500 * MILLI);

        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> state.roundStarted(turns.get(1)))
                .withMessageContaining("one round of 3 lanes does not fit into 4 s")
                .withMessageContaining(turns.get(0).lane().name() + " took 4.5 s")
                .withMessageContaining("smaller parameters or fewer lanes")
                .satisfies(error -> assertThat(error.code()).isEqualTo("time-too-short"));
    }

    /** As it goes where JVMs are slow to come: smaller parameters would change nothing. */
    @Test
    void timeThatGoesByBesideTheRunsIsNeededAgain() {
        ComparisonState state = state(null, null, 8_000L, 1L);
        List<Turn> turns = state.nextRound(true);
        state.roundStarted(turns.get(0));
        run(state, turns.get(0), List.of(1L), 800 * MILLI);
        nanos.addAndGet(13_800 * MILLI);

        assertThatExceptionOfType(TimeTooShortException.class)
                .isThrownBy(() -> state.roundStarted(turns.get(1)))
                .withMessageContaining("What fits: about ")
                .satisfies(error -> assertThat(error.neededNanos()).isGreaterThan(13_000 * MILLI));
    }

    @Test
    void aWarmUpRoundStandsForARoundThatDoesNotFit() {
        ComparisonState state = state(null, null, 4_000L, 1L);
        play(state, true, turn -> 700 * MILLI);
        nanos.addAndGet(2_100 * MILLI);

        assertThat(state.wantsWarmup()).isFalse();
        assertThat(state.wantsFirstRound()).isFalse();
        assertThat(verdict(state).samples()).hasSize(3);
        assertThat(verdict(state).warnings()).extracting(Warning::code).contains("time-too-short");
    }

    @Test
    void aFixedNumberOfRoundsIsKeptHoweverLongItTakes() {
        ComparisonState state = state(4, 0, null, 1L);

        assertThat(rounds(state, turn -> {
                    nanos.addAndGet(Duration.ofHours(1).toNanos());
                    return 10 * MILLI;
                }))
                .isEqualTo(4);
    }

    @Test
    void stopsSoonAfterEveryIntervalIsNarrow() {
        ComparisonState state = state(null, 0, null, 1L);

        int rounds = rounds(state, turn -> (turn.lane() instanceof ParallelLane ? 5 : 10) * MILLI);

        assertThat(rounds).isBetween(StoppingRule.ENOUGH_ROUNDS, 12);
        assertThat(verdict(state).lanes().get(1).standing().ratio()).isEqualTo(0.5);
    }

    @Test
    void goesOnWhileOneIntervalIsWideUntilTheTimeIsUp() {
        Random noise = new Random(3);
        ComparisonState state = state(null, 0, null, 1L);

        int rounds = rounds(state, turn -> {
            nanos.addAndGet(100 * MILLI);
            return turn.lane() instanceof VirtualLane
                    ? (long) (10 * MILLI * Math.exp(noise.nextGaussian()))
                    : 10 * MILLI;
        });

        assertThat(rounds).as("15 s of 0.3 s each").isEqualTo(50);
    }

    @Test
    void theTimeThatWasAskedForAndTheLabsOwnBothHold() {
        Optional<Duration> labs = Optional.of(Duration.ofMillis(600));

        assertThat(rounds(state(null, 0, 900L, 1L), this::slow)).isEqualTo(3);
        assertThat(rounds(new ComparisonState(setup(null, 0, 60_000L, 1L, labs), nanos::get, taking::get), this::slow))
                .isEqualTo(2);
        assertThat(rounds(new ComparisonState(setup(1_000, 0, null, 1L, labs), nanos::get, taking::get), this::slow))
                .isEqualTo(2);
    }

    @Test
    void lanesThatDisagreeFailTheComparisonAlsoInTheWarmup() {
        ComparisonState state = state(1, 1, null, 1L);
        List<Turn> turns = state.nextRound(true);
        run(state, turns.get(0), List.of(2L, 3L), MILLI);

        assertThatExceptionOfType(BrokenRunException.class)
                .isThrownBy(() -> run(state, turns.get(1), List.of(3L, 2L), MILLI))
                .satisfies(error -> assertThat(error.code()).isEqualTo("results-differ"));
    }

    private long slow(Turn turn) {
        nanos.addAndGet(100 * MILLI);
        return turn.round() * MILLI;
    }

    private ComparisonState state(
            @Nullable Integer rounds, @Nullable Integer warmup, @Nullable Long maxTimeMillis, Long seed) {
        return new ComparisonState(
                setup(rounds, warmup, maxTimeMillis, seed, Optional.empty()), nanos::get, taking::get);
    }

    private static List<List<String>> orders(ComparisonState state, int rounds) {
        List<List<String>> orders = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            orders.add(state.nextRound(false).stream()
                    .map(turn -> turn.lane().name())
                    .toList());
        }
        return orders;
    }

    private int warmups(ComparisonState state, long roundMillis, IntToLongFunction wallMillis) {
        int warmups = 0;
        while (state.wantsWarmup()) {
            play(state, true, turn -> wallMillis.applyAsLong(turn.round()) * MILLI);
            nanos.addAndGet(roundMillis * MILLI);
            warmups++;
        }
        return warmups;
    }

    private static int rounds(ComparisonState state, Wall wall) {
        int rounds = 0;
        do {
            play(state, false, wall);
            rounds++;
        } while (state.wantsRound());
        return rounds;
    }
}
