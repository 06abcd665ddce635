package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecommendationTest {
    @Test
    void aLaneThatIsFasterAndCalmerIsRecommendedWithBothFigures() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 1940, 812, 2)
                .lane("parallel", 1000, 0.4, 4)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.reason())
                .matches(
                        "parallel is 1\\.94\\d?× as fast as immediate \\(95 % interval 1\\.9\\d+ to 1\\.9\\d+\\) and keeps the "
                                + "event loop free: bystander p99 0\\.4 ms against 812 ms on immediate\\.");
    }

    @Test
    void aSingleLaneLeavesNothingToChoose() {
        Verdict verdict = Lanes.rounds(5).lane("virtual", 100, 1, 3).verdict();

        assertThat(verdict.recommended()).isEqualTo("virtual");
        assertThat(verdict.reason()).isEqualTo("virtual is the only one with figures, so there was nothing to choose.");
    }

    @Test
    void equallyFastAndCalmLanesAreToldApartByTheirThreads() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 5000, 900, 2)
                .lane("bounded-elastic", 500, 0.5, 12)
                .lane("virtual", 500, 0.6, 5)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("virtual");
        assertThat(verdict.reason())
                .endsWith(
                        "virtual needs fewer threads than bounded-elastic, which was shown neither slower nor less calm: "
                                + "5 against 12.");
    }

    @Test
    void equallyFastLanesAreToldApartByTheirBystanderBeforeTheirThreads() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 5000, 900, 2)
                .lane("bounded-elastic", 500, 9, 12)
                .lane("virtual", 500, 0.5, 50)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("virtual");
        assertThat(verdict.reason())
                .endsWith(
                        "virtual is calmer than bounded-elastic, which was not shown slower: bystander p99 0.5 ms against "
                                + "9 ms.");
    }

    @Test
    void whatTheBystanderMayWaitWhileNothingRunsDoesNotChoose() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 1000, 1.9, 1)
                .lane("event-loop", 55, 2.8, 1)
                .lane("virtual", 55, 1.0, 3)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("event-loop");
    }

    @Test
    void theBaselineStaysWhereNothingSetsAnotherLaneApart() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 1000, 0.4, 4)
                .lane("event-loop", 1000, 0.3, 4)
                .lane("virtual", 1000, 0.5, 4)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("immediate");
        assertThat(verdict.reason())
                .startsWith("All 3 lanes are as fast as immediate to within 3 %. Nothing measured sets immediate apart")
                .endsWith("so the baseline stays.");
    }

    @Test
    void aDifferenceThatDoesNotCountIsSaidWhereItIsSure() {
        Lanes lanes = Lanes.rounds(20).lane("immediate", 1000, 0.4, 1).lane("virtual", 1020, 0.4, 4);

        assertThat(lanes.verdict().lanes().get(1).outcome()).isEqualTo(Outcome.SAME);
        assertThat(lanes.verdict().reason())
                .matches("virtual is as fast as immediate to within 3 % \\((2|2\\.1|1\\.9) % slower, shown\\).*");
        Verdict strict = lanes.tally()
                .sameWithin(new SameBand(0.01))
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());
        assertThat(strict.lanes().get(1).outcome()).isEqualTo(Outcome.SLOWER);
        assertThat(strict.reason()).startsWith("immediate is the fastest lane: virtual takes 1.02");
    }

    @Test
    void theFastestBaselineIsHeldAgainstTheNextLane() {
        Verdict verdict = Lanes.rounds(10)
                .lane("parallel", 500, 0.4, 4)
                .lane("immediate", 1000, 500, 2)
                .lane("virtual", 600, 0.3, 3)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.reason()).startsWith("parallel is the fastest lane: virtual takes 1.20");
    }

    @Test
    void aLaneThatFreezesTheLoopIsRuledOutEvenIfAllTheFastestDo() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 500, 500, 2)
                .lane("event-loop", 501, 480, 2)
                .lane("bounded-elastic", 700, 0.5, 12)
                .lane("parallel", 900, 0.5, 4)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("bounded-elastic");
        assertThat(verdict.reason())
                .startsWith("bounded-elastic takes 1.40")
                .contains("but keeps the event loop free: bystander p99 0.5 ms against 500 ms on immediate")
                .contains("is ruled out, though faster: its bystander waits more than ten times longer");
    }

    @Test
    void tenTimesLongerIsForgivenBelowTenMilliseconds() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 500, 9.9, 2)
                .lane("parallel", 700, 0.1, 4)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("immediate");
        assertThat(verdict.reason()).contains("parallel takes 1.40").contains("but keeps the event loop free");
    }

    @Test
    void overTenMillisecondsIsForgivenWhereTheCalmestWaitsATenthOfIt() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 500, 50, 2)
                .lane("parallel", 700, 6, 4)
                .verdict();

        assertThat(verdict.recommended()).isEqualTo("immediate");
    }

    @Test
    void anEmulationIsNotRecommendedBesideARealLane() {
        Verdict verdict = Lanes.rounds(10)
                .lane("immediate", 5000, 900, 2)
                .lane("gil", 500, 0.4, 3)
                .lane("parallel", 700, 0.5, 4)
                .tally()
                .withEmulations(Set.of("gil"))
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());

        assertThat(verdict.recommended()).isEqualTo("parallel");
        assertThat(verdict.reason()).endsWith(" gil is left out, though faster: it is an emulation.");
    }

    @Test
    void anEmulationCanBeTheBaselineAndTheOnlySortOfLane() {
        Lanes lanes = Lanes.rounds(10).lane("gil", 500, 0.4, 3).lane("immediate", 1000, 900, 2);

        Verdict beside = lanes.tally()
                .withEmulations(Set.of("gil"))
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());
        Verdict alone = lanes.tally()
                .withEmulations(Set.of("gil", "immediate"))
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());

        assertThat(beside.recommended()).isEqualTo("immediate");
        assertThat(alone.recommended()).isEqualTo("gil");
        assertThat(alone.reason()).doesNotContain("emulation");
    }

    @Test
    void withoutABystanderSpeedAndThreadsDecide() {
        List<LaneSample> samples = List.of(
                Synthetic.sample("a", 0, 1000), Synthetic.sample("b", 0, 500),
                Synthetic.sample("a", 1, 1001), Synthetic.sample("b", 1, 501),
                Synthetic.sample("a", 2, 999), Synthetic.sample("b", 2, 500));

        Verdict verdict = Tally.of(List.of("a", "b"), "a", samples)
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());

        assertThat(verdict.recommended()).isEqualTo("b");
        assertThat(verdict.reason()).doesNotContain("bystander");
    }

    @Test
    void identicalLanesWithARestlessBystanderDoNotFlip() {
        Random random = new Random(9);
        for (int comparison = 0; comparison < 200; comparison++) {
            Verdict verdict = Lanes.restless(9, random)
                    .lane("immediate", 100, 0.5, 3)
                    .lane("event-loop", 100, 0.5, 3)
                    .verdict();

            assertThat(verdict.recommended()).isEqualTo("immediate");
        }
    }
}
