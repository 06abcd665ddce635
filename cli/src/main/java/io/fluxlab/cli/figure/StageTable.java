package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.PlacementFinding.StageShare;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stages of a placement as a table: each one's part of the time and of the CPUs, and what happens before it. */
record StageTable(PlacementFinding placement, ReportWords words) {

    Table table() {
        Table table = Table.of(
                Column.left(words.say("stage")),
                Column.left(words.say("lane")),
                Column.right(words.say("stage.time")),
                Column.right(words.say("stage.cpu")),
                Column.right(words.say("stage.busy")),
                Column.right(words.say("stage.work")),
                Column.right(words.say("stage.wait")),
                Column.right(words.say("stage.queue")),
                Column.right(words.say("stage.waiting")),
                Column.right(words.say("stage.demand")),
                Column.right(words.say("stage.hop")));
        placement.stages().forEach(stage -> table.row(row(stage)));
        return table;
    }

    private Cell[] row(StageShare stage) {
        return new Cell[] {
            Cell.of(stage.stage()),
            Cell.of(stage.lane()),
            percent(stage.timeShare()),
            known(stage.cpuShare(), StageTable::percent),
            percent(stage.busy()),
            Cell.of(words.time(stage.workNanos())),
            Cell.of(words.time(stage.waitNanos())),
            Cell.of(words.time(stage.queueNanos())),
            Cell.of(String.format(Locale.ROOT, "%.1f (%d)", stage.queue(), stage.maxQueue())),
            Cell.of(Quantities.count(stage.demand())),
            stage.hops() > 0 ? known(stage.hopNanos(), nanos -> Cell.of(words.time(nanos))) : Cell.of("")
        };
    }

    private static Cell percent(double part) {
        return Cell.of(String.format(Locale.ROOT, "%.0f %%", 100 * part));
    }

    private static <T> Cell known(@Nullable T value, Function<T, Cell> cell) {
        return value == null ? Cell.of(SpeedUps.UNKNOWN) : cell.apply(value);
    }
}
