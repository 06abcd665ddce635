package io.fluxlab.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {

    @ParameterizedTest
    @CsvSource({"3%, 0.03", "2.5 %, 0.025", "0.1%, 0.001", "50%, 0.5", "300%, 3"})
    void isAPartOfAWhole(String text, double part) {
        assertThat(Percentage.parse(text)).isEqualTo(new Percentage(part));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "0.03", "-3%", "%", "three %", ""})
    void whatMightMeanSomethingElseIsRefused(String text) {
        assertThatThrownBy(() -> Percentage.parse(text))
                .isInstanceOf(UsageException.class)
                .hasMessage("'" + text + "' is no percentage: write a number and %, such as 3%");
    }
}
