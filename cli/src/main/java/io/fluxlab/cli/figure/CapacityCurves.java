package io.fluxlab.cli.figure;

import io.fluxlab.capacity.LaneCapacity;
import io.fluxlab.capacity.RatePoint;
import io.fluxlab.capacity.Slo;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.cli.figure.CurvePlot.Curve;
import io.fluxlab.cli.figure.CurvePlot.Point;
import io.fluxlab.scenario.report.CurveChart;
import io.fluxlab.scenario.report.CurveChart.Series;
import java.util.List;
import java.util.stream.Stream;

/**
 * Latency over rate, of each lane: as characters, as a chart for a page, and as a table. Immutable.
 *
 * @param lanes the lanes
 * @param slo the objectives, of which the first is drawn
 * @param words in which it is told
 */
record CapacityCurves(List<LaneCapacity> lanes, List<Slo> slo, ReportWords words) {

    /** What the curves show. */
    String title() {
        return words.say("capacity.curves", drawn());
    }

    /** The figures that objectives are about, each once. */
    List<String> figures() {
        return slo.stream().map(Slo::figure).distinct().toList();
    }

    private String drawn() {
        return slo.get(0).figure();
    }

    private double bound() {
        return (double) slo.get(0).bound().nanos();
    }

    private List<RatePoint> drawn(LaneCapacity lane) {
        return lane.curve().stream().filter(point -> nanos(point) > 0).toList();
    }

    private long nanos(RatePoint point) {
        Long nanos = point.figures().get(drawn());
        return nanos == null ? 0 : nanos;
    }

    CurvePlot plot() {
        List<Curve> curves = lanes.stream()
                .map(lane -> new Curve(
                        lane.lane(),
                        drawn(lane).stream()
                                .map(point -> new Point(point.perSecond(), (double) nanos(point)))
                                .toList()))
                .toList();
        return new CurvePlot(curves, bound(), CapacityText::rate, this::time);
    }

    CurveChart chart() {
        List<Series> curves = lanes.stream()
                .map(lane -> new Series(
                        lane.lane(),
                        drawn(lane).stream()
                                .map(point -> new CurveChart.Point(
                                        point.perSecond(), (double) nanos(point), tip(lane, point)))
                                .toList()))
                .toList();
        return CurveChart.of(title(), curves, bound(), CapacityText::rate, this::time);
    }

    private String tip(LaneCapacity lane, RatePoint point) {
        return lane.lane() + " " + CapacityText.rate(point.perSecond()) + ": " + drawn() + " "
                + words.time(nanos(point)) + ", " + decision(point);
    }

    /** A lane's curve in figures. */
    Table table(LaneCapacity lane) {
        Table table = Table.of(Stream.of(
                        Stream.of(Column.right(words.say("capacity.rate"))),
                        figures().stream().map(Column::right),
                        Stream.of(
                                Column.right(words.say("capacity.steps")), Column.left(words.say("capacity.decision"))))
                .flatMap(columns -> columns)
                .toArray(Column[]::new));
        for (RatePoint point : lane.curve()) {
            table.row(Stream.of(
                            Stream.of(Cell.of(CapacityText.rate(point.perSecond()))),
                            figures().stream().map(figure -> Cell.of(time(point, figure))),
                            Stream.of(
                                    Cell.of(words.say("capacity.of", point.met(), point.steps())),
                                    Cell.of(decision(point))))
                    .flatMap(cells -> cells)
                    .toArray(Cell[]::new));
        }
        return table;
    }

    private String decision(RatePoint point) {
        return words.say("capacity.decision." + point.decision().id());
    }

    /** A figure at the highest rate that a lane was shown to meet. */
    String atMet(LaneCapacity lane, String figure) {
        Double met = lane.metPerSecond();
        return lane.curve().stream()
                .filter(point -> met != null && point.perSecond() == met)
                .map(point -> time(point, figure))
                .findFirst()
                .orElse(SpeedUps.UNKNOWN);
    }

    private String time(RatePoint point, String figure) {
        Long nanos = point.figures().get(figure);
        return nanos == null ? SpeedUps.UNKNOWN : words.time(nanos);
    }

    private String time(double nanos) {
        return words.time(Math.round(nanos));
    }
}
