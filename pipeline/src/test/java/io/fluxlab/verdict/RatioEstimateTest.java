package io.fluxlab.verdict;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RatioEstimateTest {
    @Test
    void exchangingTheLanesTurnsTheEstimateOver() {
        double[] ratios = {0.5, 0.55, 0.48, 0.51, 0.7, 0.53, 0.49, 0.5};

        RatioEstimate estimate = RatioEstimate.of(ratios);
        RatioEstimate turned =
                RatioEstimate.of(Arrays.stream(ratios).map(r -> 1 / r).toArray());

        assertThat(turned.median()).isCloseTo(1 / estimate.median(), within(1e-12));
        Interval inverse = requireNonNull(estimate.interval()).inverse();
        Interval interval = requireNonNull(turned.interval());
        assertThat(interval.low()).isCloseTo(inverse.low(), within(1e-12));
        assertThat(interval.high()).isCloseTo(inverse.high(), within(1e-12));
    }

    @Test
    void aSingleRoundShowsNothing() {
        RatioEstimate estimate = RatioEstimate.of(0.2);

        assertThat(estimate.median()).isCloseTo(0.2, within(1e-12));
        assertThat(estimate.interval()).isNull();
        assertThat(SameBand.DEFAULT.outcome(estimate.interval())).isEqualTo(Outcome.CANT_TELL);
        assertThat(estimate.roundsNeeded(SameBand.DEFAULT)).isEmpty();
        assertThat(estimate.narrowEnough(0.02)).isFalse();
    }

    @Test
    void ratiosThatAreNoneAreRefused() {
        assertThatThrownBy(RatioEstimate::of).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RatioEstimate.of(1, -2)).hasMessageContaining("[1.0, -2.0]");
        assertThatThrownBy(() -> RatioEstimate.of(Double.NaN)).hasMessageContaining("NaN");
    }

    @Test
    void narrowIsRelativeToTheRatio() {
        double[] ratios = {0.300, 0.301, 0.302, 0.299, 0.298, 0.300};

        assertThat(RatioEstimate.of(ratios).narrowEnough(0.02)).isTrue();
        assertThat(RatioEstimate.of(ratios).narrowEnough(0.001)).isFalse();
    }

    @Test
    void aSettledOutcomeNeedsNoMoreRounds() {
        assertThat(RatioEstimate.of(0.5, 0.51, 0.5, 0.49, 0.5).roundsNeeded(SameBand.DEFAULT))
                .isEmpty();
        assertThat(RatioEstimate.of(1, 1, 1, 1, 1).roundsNeeded(SameBand.DEFAULT))
                .isEmpty();
    }

    @Test
    void hopelessNoiseAsksForNoMoreThanTheBound() {
        assertThat(RatioEstimate.of(0.01, 100, 0.02, 50, 1, 1).roundsNeeded(SameBand.DEFAULT))
                .hasValue(RatioEstimate.MOST_ROUNDS_NEEDED);
    }

    @Test
    void theRoundsAskedForSettleMostOutcomes() {
        Random random = new Random(11);
        int settled = 0;
        int asked = 0;
        while (asked < 300) {
            double[] few = noisy(random, 10);
            int more = RatioEstimate.of(few).roundsNeeded(SameBand.DEFAULT).orElse(0);
            if (more > 0) {
                asked++;
                double[] all = Arrays.copyOf(few, 10 + 2 * more);
                System.arraycopy(noisy(random, 2 * more), 0, all, 10, 2 * more);
                settled += SameBand.DEFAULT.outcome(RatioEstimate.of(all).interval()) == Outcome.CANT_TELL ? 0 : 1;
            }
        }

        assertThat((double) settled / asked)
                .as("settled by twice the rounds asked for")
                .isGreaterThan(0.6);
    }

    private static double[] noisy(Random random, int rounds) {
        return IntStream.range(0, rounds)
                .mapToDouble(round -> 1.05 * Math.exp(0.1 * random.nextGaussian()))
                .toArray();
    }
}
