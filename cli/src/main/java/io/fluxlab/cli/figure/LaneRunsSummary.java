package io.fluxlab.cli.figure;

import com.fasterxml.jackson.databind.JsonNode;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.TaskItems;
import io.fluxlab.run.RunSummary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Keeps of the runs of a step, one on each lane, what a person is shown of them. Not thread-safe. */
public final class LaneRunsSummary {

    private static final int MOST_ITEMS = 12;
    private static final String INDENT = "  ";

    private final Map<String, RunReportSummary> runs = new LinkedHashMap<>();
    private final Map<String, List<Kept>> items = new LinkedHashMap<>();
    private final ReportWords words;
    private final boolean details;
    private String heading = "";

    /**
     * Of runs that will be told in these words.
     *
     * @param details whether items are told whose fields have names of the code
     */
    public LaneRunsSummary(ReportWords words, boolean details) {
        this.words = words;
        this.details = details;
    }

    /** An item of a task. */
    private record Kept(int task, JsonNode item) {}

    /** Takes in what happened on a lane. */
    public void accept(String lane, RunEvent event) {
        if (event instanceof RunStarted started && heading.isEmpty()) {
            String parameters = Quantities.parameters(started.parameters());
            heading = started.workload() + (parameters.isEmpty() ? "" : " " + parameters);
        }
        runs.computeIfAbsent(lane, key -> new RunReportSummary(words)).accept(event);
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
                Column.left(words.say("lane")),
                Column.left(words.say("status")),
                Column.right(words.say("task-count")),
                Column.right(words.say("item-count")),
                Column.right(words.say("time")),
                Column.right(words.say("figure.cpus")),
                Column.right(words.say("figure.threads")),
                Column.right(words.say("figure.bystander.p99")));
        List<String> failures = new ArrayList<>();
        runs.forEach((lane, run) -> {
            RunReport report = run.report();
            table.row(row(lane, report));
            report.failures().forEach(failure -> failures.add(lane + ", " + failure.text()));
        });
        lines.addAll(table.lines(palette));
        runs.forEach((lane, run) -> lines.addAll(load(lane, run.report())));
        failures.forEach(failure -> lines.addAll(
                Prose.wrap(INDENT + palette.paint(Ink.BAD, words.say("failed")) + " " + failure, width, INDENT)));
        items.forEach((lane, some) -> {
            if (details || some.stream().noneMatch(kept -> kept.item().isContainerNode())) {
                lines.addAll(items(lane, some, width, palette));
            }
        });
        return lines;
    }

    private List<String> items(String lane, List<Kept> some, int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        long all = report(lane).finished().summary().items();
        String count =
                all > some.size() ? words.say("first-items", some.size(), all, lane) : words.say("items", all, lane);
        lines.add(palette.paint(Ink.FAINT, INDENT + count));
        int room = width - 2 * INDENT.length();
        List<JsonNode> byTask = some.stream()
                .sorted(Comparator.comparingInt(Kept::task))
                .map(Kept::item)
                .toList();
        new ItemTable(byTask).lines(room, palette).forEach(line -> lines.add(INDENT + INDENT + line));
        return lines;
    }

    /** What came of the load on a lane; nothing where there was none. */
    private List<String> load(String lane, RunReport report) {
        LoadSummary load = report.finished().summary().load();
        if (load == null) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(lane));
        new LoadText(words).lines(load).forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private RunReport report(String lane) {
        RunReportSummary run = runs.get(lane);
        if (run == null) {
            throw new IllegalArgumentException("nothing ran on " + lane);
        }
        return run.report();
    }

    private Cell[] row(String lane, RunReport report) {
        RunSummary summary = report.finished().summary();
        Latency bystander = summary.bystander();
        String status = words.status(report.finished().status());
        return new Cell[] {
            Cell.of(lane),
            new Cell(report.isComplete() ? Ink.PLAIN : Ink.BAD, status),
            Cell.of(Quantities.count(summary.tasks())),
            Cell.of(Quantities.count(summary.items())),
            Cell.of(words.time(summary.wallNanos())),
            Cell.of(Quantities.cpus(summary.cpus(), summary.wallNanos())),
            Cell.of(Quantities.count(summary.peakThreads())),
            Cell.of(bystander.count() == 0 ? SpeedUps.UNKNOWN : words.time(bystander.p99Nanos()))
        };
    }
}
