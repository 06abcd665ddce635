package io.fluxlab.cli.figure;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.LaneCapacity;
import io.fluxlab.capacity.RatePoint;
import io.fluxlab.capacity.Slo;
import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.report.CurvePage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The capacities that were found, for a person. Immutable.
 *
 * @param started what was looked for, and where
 * @param finished what was found
 * @param words in which it is told
 */
public record CapacityReport(CapacityStarted started, CapacityFinished finished, ReportWords words) {

    private static final int PER_CENT = 100;

    /** What a search's first and last event have to say. */
    public static CapacityReport of(List<? extends CapacityEvent> events, ReportWords words) {
        CapacityEvent first = events.isEmpty() ? null : events.get(0);
        CapacityEvent last = events.isEmpty() ? null : events.get(events.size() - 1);
        if (first instanceof CapacityStarted started && last instanceof CapacityFinished finished) {
            return new CapacityReport(started, finished, words);
        }
        throw new IllegalStateException("the search for capacities ended without a result");
    }

    /** The report in lines of at most {@code width} characters where that is possible. */
    public List<String> lines(int width, Palette palette) {
        List<String> lines = new ArrayList<>(opening(started, words, palette));
        lines.add(effort());
        lines.add("");
        lines.addAll(table().lines(palette));
        lines.add("");
        finished.lanes().forEach(lane -> lines.addAll(Prose.wrap(line(lane, words, palette), width, "  ")));
        List<String> plot = curves().plot().lines(width);
        if (!plot.isEmpty()) {
            lines.add("");
            lines.add(palette.paint(Ink.FAINT, curves().title()));
            lines.addAll(plot);
        }
        return lines;
    }

    /** The report as Markdown. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + subject() + "**  ");
        lines.add(words.machine(started.machine()) + "  ");
        lines.add(effort());
        lines.add("");
        lines.addAll(table().markdown());
        lines.add("");
        finished.lanes().forEach(lane -> lines.add("- " + line(lane, words, Palette.PLAIN)));
        finished.lanes().stream().filter(lane -> !lane.curve().isEmpty()).forEach(lane -> {
            lines.add("");
            lines.add(words.say("capacity.curve-of", lane.lane()));
            lines.add("");
            lines.addAll(curves().table(lane).markdown());
        });
        return lines;
    }

    /** The report as a page. */
    public CurvePage page() {
        return new CurvePage(
                words.language(),
                words.say("capacity.title", started.workload()),
                List.of(subject(), words.machine(started.machine()), effort()),
                headings(),
                finished.lanes().stream().map(this::row).toList(),
                finished.lanes().stream()
                        .map(lane -> line(lane, words, Palette.PLAIN))
                        .toList(),
                curves().chart());
    }

    /** What is looked for, and where: the lines that are known before the first step. */
    public static List<String> opening(CapacityStarted started, ReportWords words, Palette palette) {
        return List.of(
                palette.paint(Ink.STRONG, started.workload()) + details(started), words.machine(started.machine()));
    }

    /** What was found of a lane, in a sentence. */
    public static String line(LaneCapacity lane, ReportWords words, Palette palette) {
        return palette.paint(Ink.STRONG, lane.lane() + ":") + " " + new CapacityText(lane, words).sentence();
    }

    private static String details(CapacityStarted started) {
        String parameters = Quantities.parameters(started.parameters());
        return (parameters.isEmpty() ? "" : " " + parameters) + ", " + String.join(", ", started.slo());
    }

    private String subject() {
        return started.workload() + details(started);
    }

    private String effort() {
        long steps = finished.lanes().stream()
                .flatMap(lane -> lane.curve().stream())
                .mapToLong(RatePoint::steps)
                .sum();
        return words.say(
                "capacity.effort",
                steps,
                started.lanes().size(),
                words.time(finished.atNanos()),
                started.design().arrivals().id(),
                percent(started.design().resolution()),
                percent(started.design().confidence()),
                String.valueOf(started.design().seed()));
    }

    private static String percent(double part) {
        double value = part * PER_CENT;
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%.0f %%" : "%.1f %%", value);
    }

    private CapacityCurves curves() {
        return new CapacityCurves(
                finished.lanes(), started.slo().stream().map(Slo::parse).toList(), words);
    }

    private Table table() {
        List<String> headings = headings();
        Table table = Table.of(Stream.concat(
                        Stream.of(Column.left(headings.get(0))),
                        headings.stream().skip(1).map(Column::right))
                .toArray(Column[]::new));
        finished.lanes()
                .forEach(lane -> table.row(row(lane).stream().map(Cell::of).toArray(Cell[]::new)));
        return table;
    }

    private List<String> headings() {
        return Stream.concat(
                        Stream.of(words.say("lane"), words.say("capacity.met"), words.say("capacity.missed")),
                        curves().figures().stream())
                .toList();
    }

    /** The two rates, and the figures at the one that is met. */
    private List<String> row(LaneCapacity lane) {
        return Stream.concat(
                        Stream.of(
                                lane.lane(),
                                CapacityText.rate(lane.metPerSecond()),
                                CapacityText.rate(lane.missedPerSecond())),
                        curves().figures().stream().map(figure -> curves().atMet(lane, figure)))
                .toList();
    }
}
