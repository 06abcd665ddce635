package io.fluxlab.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BarTest {
    @ParameterizedTest
    @CsvSource({"0, '    '", "0.5, '██  '", "0.53125, '██▏ '", "1, '████'", "7, '████'", "-1, '    '"})
    void growsByEighths(double part, String bar) {
        assertThat(Bar.of(part, 4)).isEqualTo(bar);
    }
}
