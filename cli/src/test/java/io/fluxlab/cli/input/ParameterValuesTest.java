package io.fluxlab.cli.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"3000000", "3_000_000", "3e6", "3000000.0", "0.3e7"})
    void wholeNumberMayBeWrittenInManyWays(String text) {
        assertThat(((Number) ParameterValues.value(text)).longValue()).isEqualTo(3_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"async", "3_00", "1.2.3", "3-10000,10001-20000", "null", "", "{", "3 4"})
    void whatIsNoJsonIsText(String text) {
        assertThat(ParameterValues.value(text)).isEqualTo(text);
    }

    @Test
    void jsonIsJson() {
        assertThat(ParameterValues.value("true")).isEqualTo(true);
        assertThat(ParameterValues.value("\"5\"")).isEqualTo("5");
        assertThat(ParameterValues.value("[{\"from\": 3}]")).isEqualTo(List.of(Map.of("from", 3)));
    }

    @Test
    void orderIsThatOfTheCommandLine() {
        assertThat(ParameterValues.parse(List.of("to=9", "from=2", "note=a=b")))
                .containsExactly(Map.entry("to", 9), Map.entry("from", 2), Map.entry("note", "a=b"));
    }

    @Test
    void everyMistakeIsNamed() {
        assertThatExceptionOfType(UsageException.class)
                .isThrownBy(() -> ParameterValues.parse(List.of("tasks", "to=1", "to=2", "=3")))
                .satisfies(e -> assertThat(e.mistakes())
                        .containsExactly(
                                "-p tasks: must be name=value",
                                "-p to=2: to is there twice",
                                "-p =3: must be name=value"));
    }
}
