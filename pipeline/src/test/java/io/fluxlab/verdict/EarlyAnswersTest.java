package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Lanes whose answer is clear early leave out most rounds; that costs the others nothing. */
class EarlyAnswersTest {

    private static final int COMPARISONS = 400;
    private static final int ROUNDS = 41;

    @Test
    void laneThatTakesFarLongerThanTheBaselineIsClearAfterFiveRounds() {
        assertThat(clear(4, 1.05, 8)).isEmpty();
        assertThat(clear(5, 1.05, 8)).containsExactly("lane-2");
        assertThat(clear(5, 1.05, 1.9)).isEmpty();
    }

    @Test
    void baselineThatTakesTheSumIsClearWhereOthersAreLeftToCompare() {
        assertThat(clear(5, 1 / 8.0, 1 / 7.6)).containsExactly("lane-0");
        assertThat(clear(5, 1 / 8.0)).isEmpty();
        assertThat(clear(5, 1 / 8.0, 0.9)).isEmpty();
        assertThat(clear(5, 1 / 8.0, 1 / 7.6, 3)).containsExactlyInAnyOrder("lane-0", "lane-3");
    }

    @Test
    void laneThatStillGetsFasterIsNotClear() {
        List<LaneSample> samples = new ArrayList<>();
        for (int round = 0; round < 12; round++) {
            samples.add(Synthetic.sample("lane-0", round, 100_000_000 + round));
            samples.add(Synthetic.sample("lane-1", round, 800_000_000L - round * 40_000_000L));
        }

        assertThat(Tally.of(Synthetic.lanes(2), "lane-0", samples).clearLanes()).isEmpty();
    }

    @Test
    void clearLaneKeepsNoComparisonWaitingForANarrowInterval() {
        Tally tally = thinned(new Random(3), 0.005, 1, 8);

        assertThat(tally.of("lane-2").against(tally.of("lane-0")).rounds()).isLessThan(ROUNDS / 2);
        assertThat(tally.enough(StoppingRule.narrow(SameBand.DEFAULT))).isTrue();
    }

    @Test
    void figuresOfTheOthersAreWhatTheyAreInWholeRounds() {
        Tally thinned = thinned(new Random(4), 0.03, 1.1, 8);
        Tally whole = rounds(new Random(4), 0.03, false, ROUNDS, 1.1, 8);

        assertThat(thinned.standings().get(1)).isEqualTo(whole.standings().get(1));
        assertThat(thinned.standings().get(2)).isNotEqualTo(whole.standings().get(2));
    }

    @Test
    void intervalsOfAllLanesHoldTheTruthAsOftenAsTheyClaim() {
        Random random = new Random(5);
        int other = 0;
        int clear = 0;
        int wrong = 0;
        for (int comparison = 0; comparison < COMPARISONS; comparison++) {
            Tally tally = thinned(random, 0.03, 1.1, 3);
            other += holds(tally, "lane-1", 1.1) ? 1 : 0;
            clear += holds(tally, "lane-2", 3) ? 1 : 0;
            wrong += tally.findings(Synthetic.QUIET).lane("lane-2").outcome() == Outcome.SLOWER ? 0 : 1;
        }

        assertThat(other).isGreaterThan(COMPARISONS * 92 / 100);
        assertThat(clear).isGreaterThan(COMPARISONS * 92 / 100);
        assertThat(wrong).as("a clear answer that was another one").isZero();
    }

    private static boolean holds(Tally tally, String lane, double truth) {
        Interval interval = tally.of(lane).against(tally.of("lane-0")).interval();
        return interval != null && interval.contains(truth);
    }

    private static Set<String> clear(int rounds, double... ratios) {
        return rounds(new Random(2), 0.01, false, rounds, ratios).clearLanes();
    }

    /** As a comparison plays them: all lanes in one round of four, the others without the clear ones. */
    private static Tally thinned(Random random, double spread, double... ratios) {
        return rounds(random, spread, true, ROUNDS, ratios);
    }

    private static Tally rounds(Random random, double spread, boolean isThinned, int rounds, double... ratios) {
        List<String> lanes = Synthetic.lanes(ratios.length + 1);
        List<LaneSample> samples = new ArrayList<>();
        Tally tally = Tally.of(lanes, lanes.get(0), samples);
        for (int round = 1; round <= rounds; round++) {
            boolean isWhole = !isThinned || round <= StoppingRule.ENOUGH_ROUNDS || round % 4 == 0;
            Set<String> out = isWhole ? Set.of() : tally.clearLanes();
            for (int lane = 0; lane < lanes.size(); lane++) {
                double ratio = lane == 0 ? 1 : ratios[lane - 1];
                long wall = (long) (1e8 * ratio * Math.exp(spread * random.nextGaussian()));
                if (!out.contains(lanes.get(lane))) {
                    samples.add(Synthetic.sample(lanes.get(lane), round, wall));
                }
            }
            tally = Tally.of(lanes, lanes.get(0), samples);
        }
        return tally;
    }
}
