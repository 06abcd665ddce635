package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often many synthetic comparisons find what is there. */
class TrueFindingsTest {
    private static final int COMPARISONS = 500;

    @Test
    void aDifferenceOfTenPerCentIsFoundWithinTwentyRounds() {
        StoppingRule twenty = new StoppingRule(5, 20, 0.02);

        assertThat(found(Noise.LOGNORMAL_3_PERCENT, twenty, 1.1, Outcome.SLOWER))
                .isGreaterThan(0.95);
        assertThat(found(Noise.LOGNORMAL_3_PERCENT, twenty, 1 / 1.1, Outcome.FASTER))
                .isGreaterThan(0.95);
    }

    @Test
    void aLaneThreeTimesAsFastIsFoundInThreeRounds() {
        assertThat(found(Noise.LOGNORMAL_5_PERCENT, StoppingRule.fixed(3), 1 / 3.0, Outcome.FASTER))
                .isGreaterThan(0.95);
    }

    @Test
    void outliersDoNotHideADifference() {
        assertThat(found(Noise.OUTLIERS, StoppingRule.fixed(20), 1.1, Outcome.SLOWER))
                .isGreaterThan(0.95);
    }

    @Test
    void identicalLanesOnAQuietMachineAreShownToBeTheSame() {
        assertThat(found(Noise.LOGNORMAL_1_PERCENT, new StoppingRule(5, 30, 0.02), 1, Outcome.SAME))
                .isGreaterThan(0.9);
    }

    private static double found(Noise noise, StoppingRule rule, double ratio, Outcome expected) {
        Random random = new Random(7);
        long found = IntStream.range(0, COMPARISONS)
                .mapToObj(comparison -> Synthetic.compare(random, noise, rule, ratio))
                .flatMap(Synthetic::outcomes)
                .filter(Predicate.isEqual(expected))
                .count();
        return (double) found / COMPARISONS;
    }
}
