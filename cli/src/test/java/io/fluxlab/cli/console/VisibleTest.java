package io.fluxlab.cli.console;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What others have written does not steer the terminal of whoever reads it. */
class VisibleTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console = Console.of(out, err, Map.of());

    @ParameterizedTest
    @ValueSource(chars = {0x1b, 0x9b, 0x7, 0x7f, '\r', '\n', 0x2028, 0x202e, 0x2066, 0x200f, 0x61c})
    void whatSteersATerminalIsWrittenAsJavaWritesIt(char steering) {
        String text = "a" + steering + "[2Jb";
        String visible = "a\\u%04X[2Jb".formatted((int) steering);

        console.line(text);
        console.note(text);

        assertThat(out.toString(UTF_8)).isEqualTo(visible + "\n");
        assertThat(err.toString(UTF_8)).isEqualTo(visible + "\n");
        assertThat(Table.of(Column.left("note")).row(Cell.of(text)).lines(Palette.PLAIN))
                .containsExactly("note", visible);
    }

    @Test
    void lettersOfEveryScriptStay() {
        String text = "Ж 漢字 и\u0306 \ud83d\ude00 👩\u200d💻\tשלום";

        assertThat(Visible.of(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @EnumSource(Ink.class)
    void coloursOfThePaletteStayWhereTheyAreWanted(Ink ink) {
        String painted = Palette.COLOURED.paint(ink, "x");

        assertThat(Visible.ofPainted(painted + "\u001b[2J")).isEqualTo(painted + "\\u001B[2J");
        console.paintedWith(Palette.COLOURED);
        console.line(painted);
        assertThat(out.toString(UTF_8)).isEqualTo(painted + "\n");
    }

    @Test
    void coloursOfOthersAreEscapedWhereNoneAreWanted() {
        console.line("\u001b[31mred");

        assertThat(out.toString(UTF_8)).isEqualTo("\\u001B[31mred\n");
    }
}
