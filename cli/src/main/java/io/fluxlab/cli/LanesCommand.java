package io.fluxlab.cli;

import io.fluxlab.cli.console.Console;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.input.ParameterGuide;
import io.fluxlab.cli.input.UsageException;
import io.fluxlab.cli.view.JsonLines;
import io.fluxlab.lab.Lab;
import io.fluxlab.lab.LaneInfo;
import io.fluxlab.parameter.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code fluxlab lanes}: where workloads can run, and what can be set there. */
@Command(
        name = "lanes",
        description = "Lists the lanes: where workloads can run. With a name, its settings.",
        sortOptions = false)
final class LanesCommand implements Callable<Integer> {

    private final Surroundings surroundings;

    @Parameters(index = "0", arity = "0..1", paramLabel = "LANE", description = "Only this one, in detail.")
    private @Nullable String name;

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
        try (LabSource.Opened opened = surroundings.labs().open(lab)) {
            List<LaneInfo> lanes = chosen(opened.lab());
            if (output.json()) {
                lanes.forEach(new JsonLines(console)::accept);
            } else {
                Palette palette = output.palette(console);
                List<String> lines = name == null ? list(lanes, palette) : details(lanes.get(0), palette);
                lines.forEach(console::line);
            }
            return ExitStatus.DONE;
        }
    }

    private List<LaneInfo> chosen(Lab lab) {
        List<LaneInfo> all = new ArrayList<>();
        Following.follow(lab.lanes(), surroundings.interrupt(), all::add);
        String wanted = name;
        if (wanted == null) {
            return all;
        }
        List<String> names = all.stream().map(LaneInfo::name).toList();
        return List.of(all.stream()
                .filter(lane -> lane.name().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new UsageException("unknown lane " + wanted + Names.hint(wanted, names))));
    }

    private List<String> list(List<LaneInfo> lanes, Palette palette) {
        Table table = Table.of(Column.left("lane"), Column.left("where tasks run"));
        lanes.forEach(lane -> table.row(name(lane), summary(lane)));
        return table.lines(palette, surroundings.console().listWidth());
    }

    private List<String> details(LaneInfo lane, Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(Ink.STRONG, lane.name()) + ": " + text(lane));
        ParameterGuide settings = ParameterGuide.to(lane);
        lines.addAll(Details.lines(
                "setting", settings, palette, surroundings.console().listWidth()));
        if (!settings.entries().isEmpty()) {
            ParameterGuide.Entry first = settings.entries().get(0);
            lines.add("");
            lines.add("Set as in --lane " + lane.name() + ":" + first.name() + "=" + first.defaultValue());
        }
        return lines;
    }

    private static Cell name(LaneInfo lane) {
        return new Cell(lane.available() ? Ink.NAME : Ink.FAINT, lane.name());
    }

    private static Cell summary(LaneInfo lane) {
        List<String> settings = ParameterGuide.to(lane).names();
        String text = text(lane) + (settings.isEmpty() ? "" : " (" + String.join(", ", settings) + ")");
        return lane.available() ? Cell.of(text) : new Cell(Ink.FAINT, text);
    }

    private static String text(LaneInfo lane) {
        return lane.summary()
                + (lane.onRequest() ? "; compared only where named" : "")
                + (lane.available() ? "" : "; not available: " + lane.reason());
    }
}
