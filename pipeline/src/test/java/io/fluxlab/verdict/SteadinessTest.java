package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

class SteadinessTest {
    private static final int ROUNDS = 30;

    private final Random random = new Random(6);
    private final List<String> lanes = new ArrayList<>();
    private final List<LaneSample> samples = new ArrayList<>();

    private static double steady(int round) {
        return 100;
    }

    private static double falling(int round) {
        return 134 - 60.0 * round / ROUNDS;
    }

    @Test
    void aLaneThatStillWarmsUpHasNoOutcomeAndIsNotRecommended() {
        lane("immediate", SteadinessTest::steady);
        lane("virtual", SteadinessTest::steady);
        lane("process", round -> 2 * falling(round));

        Verdict verdict = verdict("immediate");

        assertThat(verdict.lanes())
                .extracting(LaneVerdict::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.SAME, Outcome.CANT_TELL);
        assertThat(verdict.lanes().get(2).standing().rounds()).isEqualTo(ROUNDS / 2);
        assertThat(verdict.lanes().get(2).roundsNeeded()).isNull();
        assertThat(verdict.recommended()).isEqualTo("immediate");
        assertThat(verdict.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("still-warming");
            assertThat(warning.message())
                    .startsWith("process still gets faster: from ")
                    .contains("the speed of immediate. A longer comparison would say more than 0.");
        });
    }

    @Test
    void noneHasAnOutcomeAgainstABaselineThatStillWarmsUp() {
        lane("process", SteadinessTest::falling);
        lane("immediate", SteadinessTest::steady);
        lane("virtual", SteadinessTest::steady);

        Verdict verdict = verdict("process");

        assertThat(verdict.lanes())
                .extracting(LaneVerdict::outcome)
                .containsExactly(Outcome.BASELINE, Outcome.CANT_TELL, Outcome.CANT_TELL);
        assertThat(verdict.warnings())
                .filteredOn(warning -> warning.code().equals("still-warming"))
                .singleElement()
                .satisfies(warning ->
                        assertThat(warning.message()).startsWith("process, the baseline, still gets faster"));
    }

    @Test
    void ofTwoLanesTheOneWhoseTimesMoveIsNamed() {
        lane("process", SteadinessTest::falling);
        lane("immediate", SteadinessTest::steady);

        assertThat(verdict("process").warnings())
                .filteredOn(warning -> warning.code().equals("still-warming"))
                .singleElement()
                .satisfies(warning -> assertThat(warning.message()).startsWith("process, the baseline,"));
    }

    @Test
    void lanesThatDriftTogetherAreSteady() {
        lane("immediate", SteadinessTest::falling);
        lane("virtual", round -> falling(round) / 2);

        assertThat(verdict("immediate").lanes().get(1).outcome()).isEqualTo(Outcome.FASTER);
        assertThat(verdict("immediate").warnings())
                .noneMatch(warning -> warning.code().equals("still-warming"));
    }

    @Test
    void roundsBeforeAStepDoNotCountAndAreNamed() {
        lane("immediate", SteadinessTest::steady);
        lane("virtual", SteadinessTest::steady);
        lane("process", round -> round < 8 ? 90 : 50);

        Verdict verdict = verdict("immediate");

        LaneVerdict process = verdict.lanes().get(2);
        assertThat(process.outcome()).isEqualTo(Outcome.FASTER);
        assertThat(process.standing().rounds()).isBetween(20, 25);
        assertThat(process.standing().ratio()).isBetween(0.48, 0.52);
        assertThat(verdict.warnings()).extracting(Warning::code).containsExactly("late-warm-up");
    }

    @Test
    void aComparisonGoesOnWhileALaneMoves() {
        lane("immediate", SteadinessTest::steady);
        lane("process", round -> 100 - 0.3 * round);
        Tally tally = Tally.of(lanes, "immediate", samples);

        assertThat(tally.enough(new StoppingRule(5, 1_000, 0.5))).isFalse();
        assertThat(tally.enough(StoppingRule.fixed(ROUNDS))).isTrue();
    }

    private void lane(String name, IntToDoubleFunction millis) {
        lanes.add(name);
        for (int round = 1; round <= ROUNDS; round++) {
            double noise = Math.exp(0.003 * random.nextGaussian());
            samples.add(Synthetic.sample(name, round, Math.round(1e6 * noise * millis.applyAsDouble(round - 1))));
        }
    }

    private Verdict verdict(String baseline) {
        return Tally.of(lanes, baseline, samples)
                .findings(Synthetic.QUIET)
                .in(VerdictWording.in(Language.EN), List.of());
    }
}
