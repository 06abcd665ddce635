package io.fluxlab.cli.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.measure.Durations;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Keeps of the runs of a step, one on each lane, what a person is shown of them. Not thread-safe. */
public final class RunsCourse {

    private static final int MOST_ITEMS = 12;
    private static final String INDENT = "  ";

    private final Map<String, RunCourse> runs = new LinkedHashMap<>();
    private final Map<String, List<Kept>> items = new LinkedHashMap<>();
    private String heading = "";

    /** An item of a task. */
    private record Kept(int task, JsonNode item) {}

    /** Takes in what happened on a lane. */
    public void accept(String lane, RunEvent event) {
        if (event instanceof RunStarted started && heading.isEmpty()) {
            String parameters = Quantities.parameters(started.parameters());
            heading = started.workload() + (parameters.isEmpty() ? "" : " " + parameters);
        }
        runs.computeIfAbsent(lane, key -> new RunCourse()).accept(event);
        if (event instanceof TaskItems more) {
            List<Kept> kept = items.computeIfAbsent(lane, key -> new ArrayList<>());
            more.items().stream()
                    .limit(Math.max(0, MOST_ITEMS - kept.size()))
                    .map(item -> new Kept(more.task(), ItemTable.item(item)))
                    .forEach(kept::add);
        }
    }

    /** A row for each lane, what failed, and the first items. */
    public List<String> lines(int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        lines.addAll(Prose.wrap(palette.paint(Ink.STRONG, heading), width, INDENT));
        Table table = Table.of(
                Column.left("lane"),
                Column.left("status"),
                Column.right("tasks"),
                Column.right("items"),
                Column.right("time"),
                Column.right("CPUs"),
                Column.right("threads"),
                Column.right("bystander p99"));
        List<String> failures = new ArrayList<>();
        runs.forEach((lane, run) -> {
            RunReport report = run.report();
            table.row(row(lane, report));
            report.failures().forEach(failure -> failures.add(lane + ", " + failure));
        });
        lines.addAll(table.lines(palette));
        failures.forEach(failure ->
                lines.addAll(Prose.wrap(INDENT + palette.paint(Ink.BAD, "failed") + " " + failure, width, INDENT)));
        items.forEach((lane, some) -> lines.addAll(items(lane, some, width, palette)));
        return lines;
    }

    private List<String> items(String lane, List<Kept> some, int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        long all = report(lane).finished().summary().items();
        String count = all > some.size()
                ? "the first %d of %s".formatted(some.size(), Quantities.count(all, "item"))
                : Quantities.count(all, "item");
        lines.add(palette.paint(Ink.FAINT, INDENT + count + " on " + lane));
        int room = width - 2 * INDENT.length();
        List<JsonNode> byTask = some.stream()
                .sorted(Comparator.comparingInt(Kept::task))
                .map(Kept::item)
                .toList();
        new ItemTable(byTask).lines(room, palette).forEach(line -> lines.add(INDENT + INDENT + line));
        return lines;
    }

    private RunReport report(String lane) {
        RunCourse run = runs.get(lane);
        if (run == null) {
            throw new IllegalArgumentException("nothing ran on " + lane);
        }
        return run.report();
    }

    private static Cell[] row(String lane, RunReport report) {
        RunSummary summary = report.finished().summary();
        Latency bystander = summary.bystander();
        String status = report.finished().status().name().toLowerCase(Locale.ROOT);
        return new Cell[] {
            Cell.of(lane),
            new Cell(report.isComplete() ? Ink.PLAIN : Ink.BAD, status),
            Cell.of(Quantities.count(summary.tasks())),
            Cell.of(Quantities.count(summary.items())),
            Cell.of(Durations.readable(summary.wallNanos())),
            Cell.of(Quantities.cpus(summary.cpus(), summary.wallNanos())),
            Cell.of(Quantities.count(summary.peakThreads())),
            Cell.of(bystander.count() == 0 ? SpeedUps.UNKNOWN : Durations.readable(bystander.p99Nanos()))
        };
    }
}
