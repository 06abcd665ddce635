package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * A single thread in simulated time, whose capacity follows from queueing theory (Kleinrock, "Queueing Systems", volume 1,
 * 1975, chapters 3 and 5): the search finds it in 95 % of cases, from steps that differ as those of a machine do.
 */
class KnownCapacityTest {

    private static final int SEEDS = 100;
    private static final double RESOLUTION = 0.08;
    private static final double SERVICE = 0.001;
    private static final Duration STEP = Duration.ofSeconds(20);

    /** M/M/1: latencies are exponential with the mean 1 / (μ - λ), and their p99 is ln 100 times that. */
    @Test
    void p99OfExponentialServiceTimesIsFound() {
        double bound = 0.02;
        double capacity = 1 / SERVICE - Math.log(100) / bound;

        assertThat(found(true, bound, latencies -> quantile(latencies, 0.99), capacity, 0))
                .isGreaterThanOrEqualTo(0.95);
    }

    /** M/M/1: the mean latency is 1 / (μ - λ). */
    @Test
    void meanOfExponentialServiceTimesIsFound() {
        double bound = 0.004;
        double capacity = 1 / SERVICE - 1 / bound;

        assertThat(found(true, bound, KnownCapacityTest::mean, capacity, 0)).isGreaterThanOrEqualTo(0.95);
    }

    /** M/D/1: the mean wait is ρ / (2 (1 - ρ)) service times (Pollaczek and Khinchin). */
    @Test
    void meanOfConstantServiceTimesIsFound() {
        double bound = 0.003;
        double waits = bound / SERVICE - 1;
        double capacity = 2 * waits / (1 + 2 * waits) / SERVICE;

        assertThat(found(false, bound, KnownCapacityTest::mean, capacity, 0)).isGreaterThanOrEqualTo(0.95);
    }

    /** A machine that adds a fifth to every latency of one step in five, as others' work does. */
    @Test
    void capacityIsFoundAlsoWhereSomeStepsAreDisturbed() {
        double bound = 0.02;
        double capacity = 1 / SERVICE - Math.log(100) / bound;

        assertThat(found(true, bound, latencies -> quantile(latencies, 0.99), capacity, 0.2))
                .isGreaterThanOrEqualTo(0.95);
    }

    /** Had the search stopped at the rate it reached by doubling, or decided by luck, it would be this far off. */
    @Test
    void otherServiceTimesHaveAnotherCapacity() {
        double bound = 0.02;
        double capacity = 1 / SERVICE - Math.log(100) / bound;

        assertThat(found(false, bound, latencies -> quantile(latencies, 0.99), capacity, 0))
                .isLessThan(0.05);
    }

    /** In how many cases the rates between which the capacity was found are within the resolution of the true one. */
    private static double found(
            boolean isExponential, double bound, ToDoubleFunction<double[]> figure, double capacity, double disturbed) {
        int found = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            SimulatedLane lane = new SimulatedLane(SERVICE, isExponential, random);
            RateSearch search = new RateSearch(20, 2.5, 1_000_000, RESOLUTION);
            for (OptionalDouble rate = search.next(); rate.isPresent(); rate = search.next()) {
                double measured = figure.applyAsDouble(lane.latencies(rate.getAsDouble(), STEP));
                double noise = random.nextDouble() < disturbed ? 1.2 : 1;
                search.add(rate.getAsDouble(), noise * measured < bound);
            }
            RateBracket bracket = search.bracket();
            Double met = bracket.met();
            Double missed = bracket.missed();
            found += met != null
                            && missed != null
                            && met >= capacity / (1 + RESOLUTION)
                            && met <= capacity * (1 + RESOLUTION)
                            && missed >= capacity / (1 + RESOLUTION)
                    ? 1
                    : 0;
        }
        return (double) found / SEEDS;
    }

    private static double quantile(double[] latencies, double part) {
        double[] sorted = latencies.clone();
        Arrays.sort(sorted);
        return sorted.length == 0 ? 0 : sorted[(int) Math.ceil(part * sorted.length) - 1];
    }

    private static double mean(double[] latencies) {
        return Arrays.stream(latencies).average().orElse(0);
    }
}
