package io.fluxlab.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "812345678, 12345678, 812 ± 12 ms",
        "1940000000, 30000000, 1.94 ± 0.03 s",
        "370000, 1234567, 0.4 ± 1.2 ms"
    })
    void marginDecidesHowManyDigitsThereAreUnlessNoneWouldBeLeft(long nanos, long margin, String text) {
        assertThat(Durations.readable(nanos, margin)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 ns",
        "640, 640 ns",
        "1000, 1 µs",
        "85432, 85.4 µs",
        "99999, 100 µs",
        "100000, 0.1 ms",
        "412345, 0.41 ms",
        "1234567, 1.23 ms",
        "812345678, 812 ms",
        "999999999, 1000 ms",
        "1940000000, 1.94 s",
        "119000000000, 119 s",
        "120000000000, 2 min",
        "5400000000000, 90 min"
    })
    void hasAUnitThatFitsAndThreeDigits(long nanos, String text) {
        assertThat(Durations.readable(nanos)).isEqualTo(text);
    }
}
