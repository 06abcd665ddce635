package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.lab.LaneInfo;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code fluxlab lanes}: where workloads can run. */
@Command(name = "lanes", description = "Lists the lanes: where workloads can run.", sortOptions = false)
final class LanesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Mixin
    private final LabOptions lab = new LabOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    LanesCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Console console = surroundings.console();
        try (LabSource.Opened opened = surroundings.labs().listing(lab)) {
            var lanes = opened.lab().lanes();
            if (output.json()) {
                Following.follow(lanes, surroundings.interrupt(), new JsonLines(console)::accept);
                return ExitStatus.DONE;
            }
            Table table = Table.of(Column.left("lane"), Column.left("where tasks run"));
            Following.follow(lanes, surroundings.interrupt(), lane -> table.row(name(lane), summary(lane)));
            table.lines(output.palette(console)).forEach(console::line);
            return ExitStatus.DONE;
        }
    }

    private static Cell name(LaneInfo lane) {
        return new Cell(lane.available() ? Ink.NAME : Ink.FAINT, lane.name());
    }

    private static Cell summary(LaneInfo lane) {
        return lane.available()
                ? Cell.of(lane.summary())
                : new Cell(Ink.FAINT, lane.summary() + "; not available: " + lane.reason());
    }
}
