package io.fluxlab.verdict;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MedianIntervalTest {
    private static final int RESAMPLES = 2_000;

    /** From the tables of the sign test. */
    @ParameterizedTest
    @CsvSource({"2, 0", "5, 0", "6, 1", "8, 1", "9, 2", "10, 2", "20, 6", "30, 10", "50, 18", "100, 40"})
    void ranksAreThoseOfTheSignTest(int count, int rank) {
        assertThat(MedianInterval.rank(count)).isEqualTo(rank);
    }

    @Test
    void ranksStayRightWhereTheFirstProbabilitiesUnderflow() {
        int count = 5_000;

        assertThat(MedianInterval.rank(count)).isCloseTo((int) (count / 2.0 - 0.98 * Math.sqrt(count)), within(1));
    }

    @Test
    void oneValueHasNoInterval() {
        assertThat(MedianInterval.of(new double[] {1})).isNull();
    }

    @Test
    void equalValuesHaveAnIntervalWithoutWidth() {
        assertThat(MedianInterval.of(new double[] {2, 2, 2, 2, 2, 2, 2})).isEqualTo(new Interval(2, 2));
    }

    @Test
    void twoValuesGetStudentsIntervalOrMore() {
        Interval interval = requireNonNull(MedianInterval.of(new double[] {-1, 1}));

        assertThat(interval.low()).isLessThanOrEqualTo(-12.706);
        assertThat(interval.high()).isGreaterThanOrEqualTo(12.706);
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 5, 7, 10, 13, 20, 50})
    void aResampledBootstrapLiesInside(int count) {
        Random random = new Random(count);
        double[] values = random.doubles(count).sorted().toArray();
        double[] medians = random.ints(RESAMPLES, 0, Integer.MAX_VALUE)
                .mapToDouble(seed -> resampledMedian(values, new Random(seed)))
                .sorted()
                .toArray();

        Interval interval = requireNonNull(MedianInterval.of(values));

        assertThat(interval.low()).isLessThanOrEqualTo(medians[(int) (0.025 * RESAMPLES)]);
        assertThat(interval.high()).isGreaterThanOrEqualTo(medians[(int) (0.975 * RESAMPLES)]);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 9, 12, 13, 20, 50})
    void itCoversTheMedianOfSkewedAndNormalValuesAtLeast95TimesInAHundred(int count) {
        Random random = new Random(count);
        int trials = 4_000;
        int normal = 0;
        int skewed = 0;
        for (int trial = 0; trial < trials; trial++) {
            normal += covers(
                    random.doubles(count).map(any -> random.nextGaussian()).toArray(), 0);
            skewed += covers(
                    random.doubles(count)
                            .map(any -> Math.exp(random.nextGaussian()))
                            .toArray(),
                    1);
        }

        assertThat((double) normal / trials).isGreaterThan(0.945);
        assertThat((double) skewed / trials).as("skewed").isGreaterThan(count < 6 ? 0.90 : 0.945);
    }

    private static int covers(double[] values, double median) {
        Interval interval =
                requireNonNull(MedianInterval.of(Arrays.stream(values).sorted().toArray()));
        return interval.low() <= median && median <= interval.high() ? 1 : 0;
    }

    private static double resampledMedian(double[] values, Random random) {
        return Medians.of(random.ints(values.length, 0, values.length).mapToDouble(i -> values[i]));
    }
}
