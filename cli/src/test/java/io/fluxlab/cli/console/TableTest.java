package io.fluxlab.cli.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import org.junit.jupiter.api.Test;

class TableTest {
    private final Table table = Table.of(Column.left("lane"), Column.right("median"), Column.left("outcome"))
            .row(Cell.of("immediate"), Cell.of("812 ms"), Cell.of(""))
            .row(new Cell(Ink.GOOD, "parallel"), Cell.of("9 ms"), Cell.of("faster"));

    @Test
    void textKeepsLeftAndFiguresKeepRight() {
        assertThat(table.lines(Palette.PLAIN))
                .containsExactly("lane       median  outcome", "immediate  812 ms", "parallel     9 ms  faster");
    }

    @Test
    void coloursDoNotMoveColumns() {
        assertThat(table.lines(Palette.COLOURED)).contains("\u001b[32mparallel\u001b[0m     9 ms  faster");
    }

    @Test
    void widthIsThatOfTheLongestLine() {
        assertThat(table.width()).isEqualTo("lane       median  outcome".length());
    }

    @Test
    void markdownSaysWhichSideAndEscapesPipes() {
        table.row(Cell.of("a|b"), Cell.of("1"), Cell.of(""));

        assertThat(table.markdown()).startsWith("| lane | median | outcome |", "| --- | --: | --- |");
        assertThat(table.markdown()).contains("| a\\|b | 1 |  |");
    }

    @Test
    void rowWithAnotherNumberOfCellsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> table.row(Cell.of("x")))
                .withMessage("cells must be 3, were 1");
    }
}
