package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SameBandTest {
    @ParameterizedTest
    @CsvSource({
        "0.97, 1.03, SAME",
        "0.98, 0.99, SAME",
        "1.01, 1.03, SAME",
        "0.969, 1.03, CANT_TELL",
        "0.97, 1.031, CANT_TELL",
        "0.5, 0.999, FASTER",
        "0.5, 1, CANT_TELL",
        "1.001, 1.5, SLOWER",
        "1, 1.5, CANT_TELL",
        "0.2, 5, CANT_TELL"
    })
    void boundariesBelongToTheMoreCautiousSide(double low, double high, Outcome outcome) {
        assertThat(SameBand.DEFAULT.outcome(new Interval(low, high))).isEqualTo(outcome);
    }

    @Test
    void aSpeedUpOf97To99PerCentIsTheSameThoughItIsShown() {
        Interval times = new Interval(0.97, 0.99).inverse();

        assertThat(SameBand.DEFAULT.outcome(times)).isEqualTo(Outcome.SAME);
        assertThat(new SameBand(0.02).outcome(times)).isEqualTo(Outcome.SLOWER);
    }

    @Test
    void turningTheRatioOverTurnsTheOutcomeOver() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            double low = 0.9 + 0.2 * random.nextDouble();
            Interval interval = new Interval(low, low + 0.05 * random.nextDouble());
            Outcome turned = switch (SameBand.DEFAULT.outcome(interval)) {
                case FASTER -> Outcome.SLOWER;
                case SLOWER -> Outcome.FASTER;
                case SAME -> Outcome.SAME;
                case CANT_TELL, BASELINE -> Outcome.CANT_TELL;
            };

            assertThat(SameBand.DEFAULT.outcome(interval.inverse())).isEqualTo(turned);
        }
    }

    @Test
    void nothingIsShownWithoutAnInterval() {
        assertThat(SameBand.DEFAULT.outcome(null)).isEqualTo(Outcome.CANT_TELL);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.0009, 0.51, -0.03, Double.NaN})
    void bandsOfNoUseAreRefused(double within) {
        assertThatThrownBy(() -> new SameBand(within))
                .hasMessage("sameWithin must be between 0.001 and 0.5, was " + within);
    }

    @ParameterizedTest
    @CsvSource({"0.03, 3 %", "0.025, 2.5 %", "0.001, 0.1 %", "0.5, 50 %"})
    void textIsAPercentage(double within, String text) {
        assertThat(new SameBand(within).text()).isEqualTo(text);
    }
}
