package io.fluxlab.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "15s, PT15S",
        "1.5 s, PT1.5S",
        "250ms, PT0.25S",
        "2min, PT2M",
        "2m, PT2M",
        "1h, PT1H",
        "7ns, PT0.000000007S"
    })
    void timeIsANumberAndAUnit(String text, Duration time) {
        assertThat(Durations.parse(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"15", "s", "-1s", "1 parsec", "", "999999999999h"})
    void anythingElseIsRefusedWithItself(String text) {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> Durations.parse(text))
                .withMessageStartingWith("'" + text + "' is ");
    }
}
