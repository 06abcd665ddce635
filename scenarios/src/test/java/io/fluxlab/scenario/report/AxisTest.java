package io.fluxlab.scenario.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisTest {
    @Test
    void evenAxisGoesFromZeroInRoundSteps() {
        var axis = Axis.linear(663);

        assertThat(axis.ticks()).extracting(Axis.Tick::text).containsExactly("0", "200", "400", "600");
        assertThat(axis.at(0)).isEqualTo(Axis.LEFT);
        assertThat(axis.at(663)).isEqualTo(Axis.RIGHT);
        assertThat(axis.at(331.5)).isCloseTo((Axis.LEFT + Axis.RIGHT) / 2, within(1e-9));
    }

    @Test
    void logarithmicAxisGoesByPowersOfTen() {
        var axis = Axis.logarithmic(0.3, 720);

        assertThat(axis.ticks()).extracting(Axis.Tick::text).containsExactly("0.1", "1", "10", "100", "1000");
        assertThat(axis.at(10)).isCloseTo((Axis.LEFT + Axis.RIGHT) / 2, within(1e-9));
    }

    @Test
    void nothingAndOneValueHavePlacesToo() {
        assertThat(Axis.linear(0).at(0)).isEqualTo(Axis.LEFT);
        assertThat(Axis.linear(0.004).ticks()).extracting(Axis.Tick::text).contains("0.001");
        assertThat(Axis.logarithmic(10, 10).at(10)).isEqualTo(Axis.LEFT);
        assertThat(Axis.logarithmic(0, 0).at(0)).isEqualTo(Axis.LEFT);
    }
}
