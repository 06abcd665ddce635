package io.fluxlab.scenario.timeline;

import io.fluxlab.scenario.timeline.Timeline.Tick;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.wording.TraceWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Where the column of each mark is: wide enough for what stands in it, and the wider the longer it took. Immutable. */
final class Columns {

    /** Of a letter, about. */
    static final double CHARACTER = 6.5;

    private static final double LEAST = 30;
    private static final double TICK = 70;

    /** A column is wider by so much where it took a tenth of a second, and by half of it at a third of a millisecond. */
    private static final double WIDEST = 40;

    private static final double NANOS_PER_MICRO = 1e3;
    private static final double DECADES = 5;

    private final List<TraceMark> marks;
    private final List<Double> lefts;

    private Columns(List<TraceMark> marks, List<Double> lefts) {
        this.marks = marks;
        this.lefts = lefts;
    }

    /** A column for each of these marks, which are in the order of their times. */
    static Columns of(List<TraceMark> marks, double left) {
        List<Double> lefts = new ArrayList<>();
        double x = left;
        lefts.add(x);
        for (int i = 0; i < marks.size(); i++) {
            TraceMark mark = marks.get(i);
            long nanos = i + 1 < marks.size() ? marks.get(i + 1).atNanos() - mark.atNanos() : 0;
            double longer = Math.min(1, Math.log10(1 + nanos / NANOS_PER_MICRO) / DECADES);
            x += Math.rint(Math.max(LEAST, CHARACTER * (text(mark).length() + 2)) + WIDEST * longer);
            lefts.add(x);
        }
        return new Columns(marks, lefts);
    }

    double left(int column) {
        return lefts.get(column);
    }

    double width(int column) {
        return lefts.get(column + 1) - lefts.get(column);
    }

    /** Where the last column ends. */
    double right() {
        return lefts.get(marks.size());
    }

    /** As many times as there is room for. */
    List<Tick> ticks(TraceWording words) {
        List<Tick> ticks = new ArrayList<>();
        double next = 0;
        for (int i = 0; i < marks.size(); i++) {
            if (left(i) >= next) {
                ticks.add(new Tick(left(i), words.time(marks.get(i).atNanos())));
                next = left(i) + TICK;
            }
        }
        return ticks;
    }

    /** A variable and its value, where the mark is about one. */
    static String note(TraceMark mark) {
        return switch (mark.kind()) {
            case READ, WROTE -> mark.name() + "=" + mark.value();
            case RUNNING, SLEEPING, WAITING, HOLDING, RELEASED, HANDED_OVER, ENDED -> "";
        };
    }

    /** What stands in the column whatever its width. */
    private static String text(TraceMark mark) {
        return mark.kind() == TraceMark.Kind.RUNNING ? Objects.requireNonNullElse(mark.name(), "") : note(mark);
    }
}
