package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** A verdict's lanes as tables: all columns in one, or in as few as fit into a line. */
final class VerdictTable {

    private static final List<LaneFigure> SPEED =
            List.of(LaneFigure.MEDIAN, LaneFigure.SPEEDUP, LaneFigure.INTERVAL, LaneFigure.OUTCOME);
    private static final List<LaneFigure> CALLS = List.of(LaneFigure.CALL, LaneFigure.HOP);
    private static final List<LaneFigure> LOAD =
            List.of(LaneFigure.LATENCY_P50, LaneFigure.LATENCY_MAX, LaneFigure.SERVED);
    private static final List<LaneFigure> COST = List.of(
            LaneFigure.CPUS,
            LaneFigure.THREADS,
            LaneFigure.BYSTANDER_P50,
            LaneFigure.BYSTANDER_P99,
            LaneFigure.BYSTANDER_MAX);

    private final Verdict verdict;
    private final SpeedUps speedUps;
    private final ReportWords words;

    /** What is in one table where not all fits: the usual ones are cut between speed and cost. */
    private final List<List<LaneFigure>> groups;

    /**
     * The tables of a verdict.
     *
     * @param band the one that outcomes were judged by
     * @param columns what to show of each lane, in this order; none is the usual
     */
    VerdictTable(Verdict verdict, SameBand band, ReportWords words, List<LaneFigure> columns) {
        this.verdict = verdict;
        this.speedUps = new SpeedUps(band, words);
        this.words = words;
        this.groups = columns.isEmpty()
                ? Stream.of(speed(verdict), between(verdict), COST)
                        .filter(group -> !group.isEmpty())
                        .toList()
                : columns.stream().map(List::of).toList();
    }

    private static List<LaneFigure> between(Verdict verdict) {
        if (LaneVerdict.judgedBy(verdict.lanes()).isPresent()) {
            return LOAD;
        }
        return verdict.lanes().stream().anyMatch(lane -> lane.calls() != null) ? CALLS : List.of();
    }

    private static List<LaneFigure> speed(Verdict verdict) {
        return verdict.lanes().stream().anyMatch(lane -> lane.roundsNeeded() != null)
                ? Stream.concat(SPEED.stream(), Stream.of(LaneFigure.ROUNDS_NEEDED))
                        .toList()
                : SPEED;
    }

    /** Everything in one table. */
    Table wide() {
        return table(groups.stream().flatMap(List::stream).toList());
    }

    /** As few tables as fit into lines of this width. */
    List<Table> fitting(int width) {
        List<Table> tables = new ArrayList<>();
        List<LaneFigure> row = new ArrayList<>();
        for (List<LaneFigure> group : groups) {
            List<LaneFigure> longer =
                    Stream.concat(row.stream(), group.stream()).toList();
            if (!row.isEmpty() && table(longer).width() > width) {
                tables.add(table(row));
                row.clear();
            }
            row.addAll(group);
        }
        tables.add(table(row));
        return tables;
    }

    private Table table(List<LaneFigure> figures) {
        List<Column> columns = new ArrayList<>(List.of(Column.left(words.say("lane"))));
        for (int i = 0; i < figures.size(); i++) {
            columns.add(column(figures.get(i), i > 0 && figures.get(i - 1).isOfBystander()));
        }
        Table table = Table.of(columns.toArray(Column[]::new));
        verdict.lanes()
                .forEach(lane -> table.row(Stream.concat(
                                Stream.of(name(lane)), figures.stream().map(figure -> cell(figure, lane)))
                        .toArray(Cell[]::new)));
        return table;
    }

    private Column column(LaneFigure figure, boolean behindBystander) {
        Optional<String> by = figure == LaneFigure.MEDIAN ? LaneVerdict.judgedBy(verdict.lanes()) : Optional.empty();
        String heading = by.isPresent()
                ? words.say("figure.latency", by.get())
                : words.say((behindBystander && figure.isOfBystander() ? "short." : "figure.") + figure.id());
        return switch (figure) {
            case INTERVAL, OUTCOME -> Column.left(heading);
            default -> Column.right(heading);
        };
    }

    private Cell name(LaneVerdict lane) {
        return new Cell(lane.lane().equals(verdict.recommended()) ? Ink.STRONG : Ink.PLAIN, lane.lane());
    }

    private Cell cell(LaneFigure figure, LaneVerdict lane) {
        return switch (figure) {
            case MEDIAN -> Cell.of(median(lane));
            case SPEEDUP -> new Cell(ink(lane.outcome()), speedUps.factor(lane.standing()));
            case INTERVAL -> Cell.of(speedUps.interval(lane.standing()));
            case OUTCOME -> new Cell(ink(lane.outcome()), words.outcome(lane.outcome()));
            case ROUNDS_NEEDED -> Cell.of(roundsNeeded(lane));
            case CPUS ->
                Cell.of(Quantities.cpus(lane.cost().cpu(), lane.standing().medianNanos()));
            default -> Cell.of(number(figure, figure.of(lane)));
        };
    }

    private String number(LaneFigure figure, OptionalDouble value) {
        if (value.isEmpty()) {
            return SpeedUps.UNKNOWN;
        }
        long rounded = Math.round(value.getAsDouble());
        return switch (figure.unit().orElseThrow()) {
            case TIME -> words.time(rounded);
            case BYTES -> Quantities.bytes(rounded);
            case FACTOR ->
                rounded == value.getAsDouble() ? Quantities.count(rounded) : Quantities.cpus(value.getAsDouble());
        };
    }

    private String median(LaneVerdict lane) {
        long median = lane.standing().medianNanos();
        Interval interval = verdict.wallNanos(lane.lane());
        return interval == null
                ? words.time(median)
                : words.time(median, Math.round((interval.high() - interval.low()) / 2));
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
}
