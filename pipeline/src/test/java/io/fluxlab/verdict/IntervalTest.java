package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource({
        "1.8654, 1.9912, 1.87 to 1.99",
        "0.9979, 1.0021, 0.998 to 1.002",
        "16.4, 18.3, 16.4 to 18.3",
        "0.0713, 0.0891, 0.071 to 0.089",
        "0.0134, 74.44, 0.013 to 74",
        "0.0000000005, 2718174757.8, 0 to 2700000000"
    })
    void textHasTheDigitsThatSaySomething(double low, double high, String text) {
        assertThat(new Interval(low, high).text()).isEqualTo(text);
    }
}
