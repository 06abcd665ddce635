package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.fluxlab.measure.Trend;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How often series of ratios are found steady, or not, over many seeds. */
class SettlingTest {
    private static final int SERIES = 1_000;
    private static final int ROUNDS = 30;

    @ParameterizedTest
    @CsvSource({"4, 6, 0.041667", "5, 10, 0.008333", "5, 8, 0.041667", "8, 16, 0.030531", "10, 25, 0.014"})
    void probabilitiesAreThoseOfKendallsTables(int values, long score, double oneSided) {
        assertThat(Trend.probability(score, values) / 2).isCloseTo(oneSided, within(0.0006));
    }

    @ParameterizedTest
    @EnumSource
    void aSteadySeriesIsCalledUnsteadyInAtMostFivePerCentAlsoOnADriftingMachine(Noise noise) {
        for (int rounds : new int[] {5, 10, ROUNDS, 60}) {
            assertThat(found(noise, rounds, round -> 0)).as("%d rounds", rounds).isLessThanOrEqualTo(0.05);
        }
    }

    @Test
    void twoModesAtRandomAreSteady() {
        Random random = new Random(4);
        assertThat(found(Noise.LOGNORMAL_3_PERCENT, ROUNDS, round -> random.nextDouble() < 0.4 ? 0.2 : 0))
                .isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGNORMAL_1_PERCENT", "LOGNORMAL_3_PERCENT", "LOGNORMAL_5_PERCENT", "OUTLIERS", "DRIFT"})
    void aFallOfThirtyPerCentIsFoundInAtLeastNinetyFive(Noise noise) {
        assertThat(found(noise, ROUNDS, round -> Math.log(1 - 0.3 * round / (ROUNDS - 1))))
                .isGreaterThanOrEqualTo(0.95);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 20})
    void aStepIsFoundInAtLeastNinetyFive(int at) {
        assertThat(found(Noise.LOGNORMAL_3_PERCENT, ROUNDS, round -> round < at ? 0.25 : 0))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void whatComesAfterAnEarlyStepCounts() {
        double[] logs = logs(new Random(1), Noise.LOGNORMAL_1_PERCENT, ROUNDS, round -> round < 10 ? 0.25 : 0);

        Settling settling = Settling.of(logs, SameBand.DEFAULT);

        assertThat(settling.settled()).isTrue();
        assertThat(settling.transients()).isBetween(6, 12);
    }

    @Test
    void aTrendThatDoesNotMatterIsNone() {
        assertThat(found(Noise.LOGNORMAL_1_PERCENT, ROUNDS, round -> 0.015 * round / ROUNDS))
                .isLessThanOrEqualTo(0.05);
    }

    private static double found(Noise noise, int rounds, IntToDoubleFunction shape) {
        Random random = new Random(8);
        long found = IntStream.range(0, SERIES)
                .mapToObj(series -> Settling.of(logs(random, noise, rounds, shape), SameBand.DEFAULT))
                .filter(settling -> !settling.settled() || settling.transients() > 0)
                .count();
        return (double) found / SERIES;
    }

    /** Of the ratio of two lanes, both noisy. */
    private static double[] logs(Random random, Noise noise, int rounds, IntToDoubleFunction shape) {
        double[][] factors = noise.factors(random, rounds, 2);
        return IntStream.range(0, rounds)
                .mapToDouble(round -> shape.applyAsDouble(round) + Math.log(factors[round][1] / factors[round][0]))
                .toArray();
    }
}
