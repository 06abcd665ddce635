package io.fluxlab.server.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogTextTest {

    @Test
    void textInAnyScriptStaysAsItIs() {
        String text = "lane “virtual” läuft, полоса 车道 😀 \\n";
        assertThat(LogText.of(text)).isSameAs(text);
    }

    @ParameterizedTest
    @CsvSource({
        "10, \\u000a",
        "13, \\u000d",
        "27, \\u001b",
        "0, \\u0000",
        "127, \\u007f",
        "133, \\u0085",
        "8232, \\u2028",
        "8233, \\u2029",
        "8238, \\u202e",
        "65279, \\ufeff",
        "55296, \\ud800",
        "917505, \\u{e0001}"
    })
    void whatEndsALineOrMovesTheCursorIsEscaped(int character, String escape) {
        assertThat(LogText.of("a" + Character.toString(character) + "b")).isEqualTo("a" + escape + "b");
    }

    @Test
    void longTextIsCutShort() {
        assertThat(LogText.of("x".repeat(100_000), 10)).isEqualTo("x".repeat(10) + "…");
        assertThat(LogText.of("😀😀", 3)).isEqualTo("😀\\ud83d…");
    }
}
