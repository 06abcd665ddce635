package io.fluxlab.cli;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.input.ParameterGuide;
import java.util.ArrayList;
import java.util.List;

/** What can be set, as a table: the same for a workload's parameters and a lane's settings. */
final class Details {

    private Details() {}

    /** A blank line and the table; nothing where nothing can be set. */
    static List<String> lines(String heading, ParameterGuide guide, Palette palette, int width) {
        if (guide.entries().isEmpty()) {
            return List.of();
        }
        Table table =
                Table.of(Column.left(heading), Column.left("default"), Column.left("values"), Column.left("meaning"));
        guide.entries()
                .forEach(entry -> table.row(
                        new Cell(Ink.NAME, entry.name()),
                        Cell.of(entry.defaultValue()),
                        Cell.of(entry.values()),
                        Cell.of(entry.meaning())));
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(table.lines(palette, width));
        return lines;
    }
}
