package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.verdict.Standing;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Where lanes stand in the middle of a comparison. */
public final class StandingTable {

    private StandingTable() {}

    /** A row for each lane, also those that have no figures yet, with a mark at the one that runs. */
    public static Table of(
            ComparisonStarted started, @Nullable Standings standings, String running, ReportWords words) {
        SpeedUps speedUps = new SpeedUps(started.design().band(), words);
        Map<String, Standing> found = standings == null
                ? Map.of()
                : standings.lanes().stream().collect(Collectors.toMap(Standing::lane, Function.identity()));
        Table table = Table.of(
                Column.left(""),
                Column.left(words.say("lane")),
                Column.right(words.say("figure.median")),
                Column.right(words.say("figure.speedup")),
                Column.left(words.say("figure.interval")));
        started.lanes().forEach(lane -> {
            Cell mark = new Cell(Ink.NAME, lane.equals(running) ? "▶" : " ");
            Standing standing = found.get(lane);
            if (standing == null) {
                table.row(mark, Cell.of(lane), Cell.of(""), Cell.of(""), Cell.of(""));
            } else {
                table.row(
                        mark,
                        Cell.of(lane),
                        Cell.of(words.time(standing.medianNanos())),
                        Cell.of(speedUps.factor(standing)),
                        Cell.of(speedUps.interval(standing)));
            }
        });
        return table;
    }
}
