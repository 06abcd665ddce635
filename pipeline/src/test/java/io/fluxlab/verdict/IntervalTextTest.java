package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IntervalTextTest {

    @ParameterizedTest
    @CsvSource({
        "1.8654, 1.9912, 1.87 to 1.99",
        "0.9979, 1.0021, 0.998 to 1.002",
        "16.4, 18.3, 16.4 to 18.3",
        "0.0713, 0.0891, 0.071 to 0.089",
        "0.0134, 74.44, 0.013 to 74",
        "0.0000000005, 2718174757.8, 0 to 2700000000"
    })
    void hasTheDigitsThatSaySomething(double low, double high, String text) {
        assertThat(text(low, high)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0.61, 0.97, 0.61 to 0.97",
        "0.9, 0.9996, 0.9000 to 0.9996",
        "1.0004, 1.11, 1.0004 to 1.1100",
        "0.9696, 0.99, 0.9696 to 0.9900",
        "0.99, 1.0310, 0.990 to 1.031",
        "0.09, 0.996, 0.09 to 0.996",
        "0.9701, 0.9898, 0.970 to 0.990"
    })
    void hasMoreDigitsWhereFewerWouldShowAnotherOutcome(double low, double high, String text) {
        assertThat(text(low, high)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.001, 0.03, 0.1})
    void neverContradictsTheOutcome(double within) {
        SameBand band = new SameBand(within);
        Random random = new Random(9);
        for (int i = 0; i < 100_000; i++) {
            double low = Math.exp(random.nextGaussian() * Math.pow(10, -random.nextInt(6)));
            Interval exact = new Interval(low, low * Math.exp(Math.pow(10, -6 * random.nextDouble())));
            IntervalText text = IntervalText.of(exact, band);
            String[] ends = {text.low(), text.high()};
            Interval shown = new Interval(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]));

            assertThat(band.outcome(shown)).as("%s as %s", exact, shown).isEqualTo(band.outcome(exact));
            assertThat(shown.contains(1)).as("%s as %s", exact, shown).isEqualTo(exact.contains(1));
            assertThat(Double.parseDouble(text.value(Math.sqrt(exact.low() * exact.high()))))
                    .isBetween(shown.low(), shown.high());
        }
    }

    private static String text(double low, double high) {
        IntervalText text = IntervalText.of(new Interval(low, high), SameBand.DEFAULT);
        return text.low() + " to " + text.high();
    }
}
