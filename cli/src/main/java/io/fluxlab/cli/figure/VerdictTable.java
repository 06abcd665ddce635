package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A verdict's lanes as tables: all in one, or one of speed and one of cost where a line has no room for all. */
final class VerdictTable {

    private final Verdict verdict;
    private final SpeedUps speedUps;
    private final ReportWords words;

    /** {@code band} is the one that outcomes were judged by. */
    VerdictTable(Verdict verdict, SameBand band, ReportWords words) {
        this.verdict = verdict;
        this.speedUps = new SpeedUps(band, words);
        this.words = words;
    }

    /** A column and what stands in it. */
    private record Figure(Column column, Function<LaneVerdict, Cell> cell) {}

    /** Everything in one table. */
    Table wide() {
        List<Figure> figures = new ArrayList<>(speed());
        figures.addAll(cost());
        return table(figures);
    }

    /** As few tables as fit into lines of this width. */
    List<Table> fitting(int width) {
        Table wide = wide();
        return wide.width() <= width ? List.of(wide) : List.of(table(speed()), table(cost()));
    }

    private Table table(List<Figure> figures) {
        List<Figure> all = new ArrayList<>(figures);
        all.add(0, new Figure(left("lane"), this::name));
        Table table = Table.of(all.stream().map(Figure::column).toArray(Column[]::new));
        verdict.lanes()
                .forEach(lane -> table.row(
                        all.stream().map(figure -> figure.cell().apply(lane)).toArray(Cell[]::new)));
        return table;
    }

    private List<Figure> speed() {
        List<Figure> figures = new ArrayList<>(List.of(
                new Figure(right("median"), lane -> Cell.of(median(lane))),
                new Figure(right("speed-up"), lane -> new Cell(ink(lane.outcome()), speedUps.factor(lane.standing()))),
                new Figure(left("interval"), lane -> Cell.of(speedUps.interval(lane.standing()))),
                new Figure(left("outcome"), lane -> new Cell(ink(lane.outcome()), words.outcome(lane.outcome())))));
        if (verdict.lanes().stream().anyMatch(lane -> lane.roundsNeeded() != null)) {
            figures.add(new Figure(right("more-rounds"), lane -> Cell.of(roundsNeeded(lane))));
        }
        return figures;
    }

    private List<Figure> cost() {
        return List.of(
                new Figure(
                        right("cpus"),
                        lane -> Cell.of(Quantities.cpus(
                                lane.cost().cpu(), lane.standing().medianNanos()))),
                new Figure(
                        right("threads"),
                        lane -> Cell.of(Quantities.count(lane.cost().peakThreads()))),
                new Figure(right("bystander-p50"), lane -> latency(lane, Latency::p50Nanos)),
                new Figure(right("bystander-p99"), lane -> latency(lane, Latency::p99Nanos)),
                new Figure(right("bystander-max"), lane -> latency(lane, Latency::maxNanos)));
    }

    private Cell name(LaneVerdict lane) {
        return new Cell(lane.lane().equals(verdict.recommended()) ? Ink.STRONG : Ink.PLAIN, lane.lane());
    }

    private String median(LaneVerdict lane) {
        long median = lane.standing().medianNanos();
        Interval interval = verdict.wallNanos(lane.lane());
        return interval == null
                ? words.time(median)
                : words.time(median, Math.round((interval.high() - interval.low()) / 2));
    }

    private Column left(String heading) {
        return Column.left(words.say(heading));
    }

    private Column right(String heading) {
        return Column.right(words.say(heading));
    }

    private static String roundsNeeded(LaneVerdict lane) {
        Integer needed = lane.roundsNeeded();
        return needed == null ? "" : "~" + Quantities.count(needed);
    }

    private static Ink ink(Outcome outcome) {
        return switch (outcome) {
            case FASTER -> Ink.GOOD;
            case SLOWER -> Ink.BAD;
            case CANT_TELL -> Ink.DOUBTFUL;
            case BASELINE, SAME -> Ink.PLAIN;
        };
    }

    private Cell latency(LaneVerdict lane, Function<Latency, Long> figure) {
        Latency bystander = lane.bystander();
        return Cell.of(bystander == null ? SpeedUps.UNKNOWN : words.time(figure.apply(bystander)));
    }
}
