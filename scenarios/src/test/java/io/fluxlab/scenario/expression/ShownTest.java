package io.fluxlab.scenario.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ShownTest {
    @Test
    void numberHasAsManyDigitsAsSayAnything() {
        assertThat(Shown.value(0.123456, 60)).isEqualTo("0.1235");
        assertThat(Shown.value(1103.26, 60)).isEqualTo("1103");
        assertThat(Shown.value(123456.7, 60)).isEqualTo("123457");
        assertThat(Shown.value(5L, 60)).isEqualTo("5");
    }

    @Test
    void longListIsCutAndCounted() {
        var list = LongStream.range(0, 5000).boxed().toList();

        assertThat(Shown.value(list, 30)).isEqualTo("[0, 1, 2, 3, 4, 5, …] (5,000)");
        assertThat(Shown.value(List.of(Map.of("a", "b")), 30)).isEqualTo("[{a: \"b\"}]");
    }

    @Test
    void firstElementIsCutWhereThereIsNoRoomForIt() {
        assertThat(Shown.value(List.of("a".repeat(90), "b"), 20)).isEqualTo("[\"aaaaaaaaaa…] (2)");
        assertThat(Shown.value(List.of("a".repeat(90)), 5)).hasSize(5);
    }

    @Test
    void longTextIsCut() {
        assertThat(Shown.value("a".repeat(50), 10)).hasSize(10).endsWith("…");
    }
}
