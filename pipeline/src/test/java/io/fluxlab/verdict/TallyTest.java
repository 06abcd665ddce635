package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.fluxlab.measure.Latency;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final List<String> LANES = List.of("slow", "quick");

    @Test
    void ratiosAreFormedInsideEachRoundSoThatDriftCancels() {
        List<LaneSample> samples = new ArrayList<>();
        for (int round = 0; round < 8; round++) {
            long machine = 1_000_000L << round;
            samples.add(Synthetic.sample("slow", round, 2 * machine));
            samples.add(Synthetic.sample("quick", round, machine));
        }

        List<Standing> standings = Tally.of(LANES, "slow", samples).standings();

        assertThat(standings.get(0)).isEqualTo(new Standing("slow", 8, 24_000_000, 1, 1.0, 1.0));
        Standing quick = standings.get(1);
        assertThat(quick.ratio()).isCloseTo(0.5, within(1e-12));
        assertThat(quick.low()).isCloseTo(0.5, within(1e-12));
        assertThat(quick.high()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theBaselineNeedNotBeNamedFirst() {
        Tally tally =
                Tally.of(LANES, "quick", List.of(Synthetic.sample("slow", 0, 300), Synthetic.sample("quick", 0, 100)));

        assertThat(tally.standings()).extracting(Standing::lane).containsExactly("slow", "quick");
        assertThat(tally.standings().get(0).ratio()).isCloseTo(3, within(1e-12));
        assertThat(tally.findings(Synthetic.QUIET)
                        .in(VerdictWording.in(Language.EN), List.of())
                        .lanes())
                .extracting(LaneVerdict::outcome)
                .containsExactly(Outcome.CANT_TELL, Outcome.BASELINE);
    }

    @Test
    void aRoundThatIsNotOverLeavesOutWhatItHasNotMeasured() {
        Tally first = Tally.of(LANES, "slow", List.of(Synthetic.sample("quick", 0, 100)));
        assertThat(first.standings()).isEmpty();
        assertThat(first.enough(StoppingRule.fixed(1))).isFalse();
        assertThatThrownBy(() -> first.findings(Synthetic.QUIET).in(VerdictWording.in(Language.EN), List.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("slow");

        Tally second = Tally.of(
                LANES,
                "slow",
                List.of(
                        Synthetic.sample("quick", 0, 100),
                        Synthetic.sample("slow", 0, 200),
                        Synthetic.sample("slow", 1, 900)));
        assertThat(second.standings()).extracting(Standing::rounds).containsExactly(2, 1);
        assertThat(second.standings().get(1).ratio()).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void itStopsAfterTwoNarrowRoundsAndNotBeforeTheLeast() {
        List<LaneSample> samples = new ArrayList<>();
        StoppingRule rule = new StoppingRule(5, 50, 0.02);
        int rounds = 0;
        for (; !Tally.of(LANES, "slow", samples).enough(rule); rounds++) {
            // the third and fourth round disagree with the others
            samples.add(Synthetic.sample("slow", rounds, rounds == 2 || rounds == 3 ? 210 : 200));
            samples.add(Synthetic.sample("quick", rounds, 100));
        }
        Tally before = Tally.of(LANES, "slow", samples.subList(0, samples.size() - 2));

        assertThat(rounds).isBetween(6, 49);
        assertThat(before.enough(rule)).isFalse();
        assertThat(Tally.of(LANES, "slow", samples).enough(new StoppingRule(rounds + 1, 50, 0.02)))
                .isFalse();
    }

    @Test
    void aFixedNumberOfRoundsIsKeptWhateverTheyShow() {
        Tally four = Lanes.rounds(4).lane("a", 100, 1, 1).lane("b", 50, 1, 1).tally();

        assertThat(four.enough(StoppingRule.fixed(4))).isTrue();
        assertThat(four.enough(StoppingRule.fixed(5))).isFalse();
    }

    @Test
    void theTypicalRunIsTheMedianAndTheWorstWaitIsKept() {
        List<LaneSample> samples = List.of(
                new LaneSample("a", 0, 30, new RunCost(1, 0.5, 10, 3, 7L, 0), new Latency(1, 10, 100, 5)),
                new LaneSample("a", 1, 10, new RunCost(3, 1.5, 30, 9, 9L, 4), new Latency(3, 30, 900, 5)),
                new LaneSample("a", 2, 20, new RunCost(2, 1.0, 20, 4, 8L, 1), new Latency(2, 20, 200, 5)));

        LaneVerdict lane = Tally.of(List.of("a"), "a", samples)
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of())
                .lanes()
                .get(0);

        assertThat(lane.standing().medianNanos()).isEqualTo(20);
        assertThat(lane.cost()).isEqualTo(new RunCost(2, 1.0, 20, 4, 8L, 1));
        assertThat(lane.bystander()).isEqualTo(new Latency(2, 20, 900, 15));
    }

    @Test
    void samplesThatDoNotBelongAreRefused() {
        LaneSample sample = Synthetic.sample("slow", 0, 1);

        assertThatThrownBy(() -> Tally.of(LANES, "other", List.of())).hasMessageContaining("baseline must be one of");
        assertThatThrownBy(() -> Tally.of(LANES, "slow", List.of(Synthetic.sample("other", 0, 1))))
                .hasMessageContaining("lane must be one of [slow, quick], was other");
        assertThatThrownBy(() -> Tally.of(LANES, "slow", List.of(sample, sample)))
                .hasMessageContaining("more than one sample in round 0");
        assertThatThrownBy(() -> Synthetic.sample("slow", 3, 0)).hasMessageContaining("was 0 for slow in round 3");
    }
}
