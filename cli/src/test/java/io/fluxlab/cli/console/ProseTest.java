package io.fluxlab.cli.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProseTest {
    @Test
    void breaksBetweenWords() {
        assertThat(Prose.wrap("one two three four", 9, "  ")).containsExactly("one two", "  three", "  four");
    }

    @Test
    void wordThatIsTooLongStaysWhole() {
        assertThat(Prose.wrap("a incomprehensible b", 6, "")).containsExactly("a", "incomprehensible", "b");
    }

    @Test
    void coloursTakeNoRoom() {
        assertThat(Prose.wrap("\u001b[1mone\u001b[0m two", 7, "")).hasSize(1);
    }
}
