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
    void lastColumnIsBrokenWhereALineHasNoRoomForIt() {
        var list = Table.of(Column.left("lane"), Column.left("where tasks run"));
        list.row(Cell.of("gil"), Cell.of("on threads that share one interpreter lock"));
        list.row(Cell.of("virtual"), Cell.of("on virtual threads"));

        assertThat(list.lines(Palette.PLAIN, 32))
                .containsExactly(
                        "lane     where tasks run",
                        "gil      on threads that share",
                        "         one interpreter lock",
                        "virtual  on virtual threads");
        assertThat(list.lines(Palette.PLAIN, 20)).isEqualTo(list.lines(Palette.PLAIN));
    }

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
    void lettersOfEveryScriptLineUp() {
        var titles = Table.of(Column.left("название"), Column.right("x"))
                .row(Cell.of("Й из двух знаков: и\u0306"), Cell.of("1"))
                .row(Cell.of("漢字"), Cell.of("2"))
                .row(Cell.of("Сумма"), Cell.of("3"));

        assertThat(titles.lines(Palette.PLAIN))
                .containsExactly(
                        "название             x",
                        "Й из двух знаков: и\u0306  1",
                        "漢字                 2",
                        "Сумма                3");
    }

    @Test
    void textIsCutByColumnsAndNotByCharacters() {
        assertThat(Width.cut("漢字漢字", 5)).isEqualTo("漢字…");
        assertThat(Width.fit("й", 3)).isEqualTo("й  ");
        assertThat(Width.cut("short", 5)).isEqualTo("short");
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
