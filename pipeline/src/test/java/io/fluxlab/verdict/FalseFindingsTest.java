package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How often many synthetic comparisons find what is not there, or miss what is, looked at after each round. */
class FalseFindingsTest {
    private static final int LANE_VERDICTS = 600;

    static Stream<Arguments> noisesAndLanes() {
        return Stream.of(Noise.values())
                .flatMap(noise -> IntStream.of(2, 3, 5).mapToObj(lanes -> Arguments.of(noise, lanes)));
    }

    @ParameterizedTest
    @MethodSource("noisesAndLanes")
    void identicalLanesAreFoundDifferentInAtMostFivePerCent(Noise noise, int lanes) {
        assertThat(falseFindings(noise, new StoppingRule(5, 30, 0.02), lanes)).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGNORMAL_5_PERCENT", "OUTLIERS", "DRIFT"})
    void lookingAgainAHundredTimesFindsNoMore(Noise noise) {
        assertThat(falseFindings(noise, new StoppingRule(5, 100, 0.02), 2)).isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @EnumSource
    void threeRoundsFindNoMore(Noise noise) {
        assertThat(falseFindings(noise, StoppingRule.fixed(3), 3)).isLessThanOrEqualTo(0.05);
    }

    private static double falseFindings(Noise noise, StoppingRule rule, int lanes) {
        Random random = new Random(42);
        int comparisons = LANE_VERDICTS / (lanes - 1);
        long found = IntStream.range(0, comparisons)
                .mapToObj(comparison -> Synthetic.compare(random, noise, rule, Synthetic.identical(lanes)))
                .flatMap(Synthetic::outcomes)
                .filter(outcome -> outcome == Outcome.FASTER || outcome == Outcome.SLOWER)
                .count();
        return (double) found / (comparisons * (lanes - 1));
    }
}
