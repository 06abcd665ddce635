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
import io.fluxlab.cli.figure.CurvePlot.Curve;
import io.fluxlab.cli.figure.CurvePlot.Point;
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
        lines.addAll(capacities().lines(palette));
        lines.add("");
        finished.lanes().forEach(lane -> lines.addAll(Prose.wrap(line(lane, words, palette), width, "  ")));
        List<String> plot = plot().lines(width);
        if (!plot.isEmpty()) {
            lines.add("");
            lines.add(palette.paint(Ink.FAINT, curveTitle()));
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
        lines.addAll(capacities().markdown());
        lines.add("");
        finished.lanes()
                .forEach(lane -> lines.add("- " + lane.lane() + ": " + new CapacityText(lane, words).sentence()));
        finished.lanes().stream().filter(lane -> !lane.curve().isEmpty()).forEach(lane -> {
            lines.add("");
            lines.add(words.say("capacity.curve-of", lane.lane()));
            lines.add("");
            lines.addAll(curve(lane).markdown());
        });
        return lines;
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
        return String.format(Locale.ROOT, "%.3g", part * PER_CENT).replaceAll("\\.?0+$", "") + " %";
    }

    private Table capacities() {
        Table table = Table.of(Stream.concat(
                        Stream.of(
                                Column.left(words.say("lane")),
                                Column.right(words.say("capacity.met")),
                                Column.right(words.say("capacity.missed"))),
                        figures().stream().map(Column::right))
                .toArray(Column[]::new));
        for (LaneCapacity lane : finished.lanes()) {
            Stream<Cell> rates = Stream.of(
                    Cell.of(lane.lane()),
                    new Cell(Ink.STRONG, CapacityText.rate(lane.metPerSecond())),
                    Cell.of(CapacityText.rate(lane.missedPerSecond())));
            Stream<Cell> atMet = figures().stream().map(figure -> Cell.of(atMet(lane, figure)));
            table.row(Stream.concat(rates, atMet).toArray(Cell[]::new));
        }
        return table;
    }

    private List<String> figures() {
        return started.slo().stream()
                .map(text -> Slo.parse(text).figure())
                .distinct()
                .toList();
    }

    /** A figure at the highest rate that was met. */
    private String atMet(LaneCapacity lane, String figure) {
        return lane.curve().stream()
                .filter(point -> lane.metPerSecond() != null && point.perSecond() == lane.metPerSecond())
                .map(point -> time(point, figure))
                .findFirst()
                .orElse(SpeedUps.UNKNOWN);
    }

    private String time(RatePoint point, String figure) {
        Long nanos = point.figures().get(figure);
        return nanos == null ? SpeedUps.UNKNOWN : words.time(nanos);
    }

    private Table curve(LaneCapacity lane) {
        Table table = Table.of(Stream.concat(
                        Stream.of(Column.right(words.say("capacity.rate"))),
                        Stream.concat(
                                figures().stream().map(Column::right),
                                Stream.of(
                                        Column.right(words.say("capacity.steps")),
                                        Column.left(words.say("capacity.decision")))))
                .toArray(Column[]::new));
        for (RatePoint point : lane.curve()) {
            table.row(Stream.of(
                            Stream.of(Cell.of(CapacityText.rate(point.perSecond()))),
                            figures().stream().map(figure -> Cell.of(time(point, figure))),
                            Stream.of(
                                    Cell.of(words.say("capacity.of", point.met(), point.steps())),
                                    Cell.of(words.say("capacity.decision."
                                            + point.decision().id()))))
                    .flatMap(cells -> cells)
                    .toArray(Cell[]::new));
        }
        return table;
    }

    private String curveTitle() {
        return words.say("capacity.curves", figures().get(0));
    }

    private CurvePlot plot() {
        String figure = figures().get(0);
        List<Curve> curves = finished.lanes().stream()
                .map(lane -> new Curve(
                        lane.lane(),
                        lane.curve().stream()
                                .filter(point -> point.figures().getOrDefault(figure, 0L) > 0)
                                .map(point -> new Point(
                                        point.perSecond(), point.figures().get(figure)))
                                .toList()))
                .toList();
        return new CurvePlot(
                curves,
                Slo.parse(started.slo().get(0)).bound().nanos(),
                CapacityText::rate,
                nanos -> words.time(Math.round(nanos)));
    }
}
