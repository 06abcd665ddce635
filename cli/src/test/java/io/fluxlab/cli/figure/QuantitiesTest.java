package io.fluxlab.cli.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantitiesTest {
    @ParameterizedTest
    @CsvSource({"0, 0 B", "999, 999 B", "1000, 1.0 kB", "12345678, 12.3 MB", "999999, 1.0 MB", "345678901, 346 MB"})
    void bytesCarryTheirUnit(long bytes, String text) {
        assertThat(Quantities.bytes(bytes)).isEqualTo(text);
    }

    @Test
    void oneThingIsSingular() {
        assertThat(Quantities.count(1, "task")).isEqualTo("1 task");
        assertThat(Quantities.count(78_498, "item")).isEqualTo("78,498 items");
    }

    @Test
    void ofATimeTooShortToAccountForNobodySaysHowManyCpusWereBusy() {
        assertThat(Quantities.cpus(9.16, 880_000)).isEqualTo("–");
        assertThat(Quantities.cpus(1.934, 57_000_000)).isEqualTo("1.93");
    }

    @Test
    void emptyListIsNoParameterWorthMentioning() {
        assertThat(Quantities.parameters(Map.of("ranges", List.of()))).isEmpty();
        assertThat(Quantities.parameters(Map.of("to", 9))).isEqualTo("to=9");
    }
}
