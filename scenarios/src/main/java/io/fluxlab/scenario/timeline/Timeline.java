package io.fluxlab.scenario.timeline;

import io.fluxlab.trace.TraceMark;
import io.fluxlab.wording.Language;
import java.util.List;

/**
 * What threads did, laid out: a row for each thread, a column for each thing that one of them did. Immutable.
 *
 * @param width of the picture
 * @param height of the picture
 * @param rows the threads
 * @param ticks times below, some of them
 * @param bars what each thread was doing, and for how many columns
 * @param holds the locks that each had meanwhile
 * @param notes what was read and written
 * @param arrows locks that were handed over
 * @param circles columns in which threads waited for each other
 * @param moments the columns, one after the other
 * @param more how many marks have no column
 */
public record Timeline(
        double width,
        double height,
        List<Row> rows,
        List<Tick> ticks,
        List<Bar> bars,
        List<Hold> holds,
        List<Note> notes,
        List<Arrow> arrows,
        List<Band> circles,
        List<Moment> moments,
        long more) {

    /** Lays out the first of these marks, of all tasks, in any order; {@code dropped} more were not kept. */
    public static Timeline of(List<TraceMark> marks, long dropped, Language language) {
        return new TimelineLayout(language).of(marks, dropped);
    }

    /** A thread, and where its name ends. */
    public record Row(String thread, double x, double y) {}

    /** A time, and its place. */
    public record Tick(double x, String text) {}

    /** What a thread was doing: {@code kind} is running, waiting or sleeping; {@code label} is empty where it has no room. */
    public record Bar(double x, double y, double width, double height, String kind, String tip, String label) {}

    /** A lock that a thread had; {@code label} is empty where it has no room. */
    public record Hold(double x, double y, double width, String tip, String label) {}

    /** A variable that was read or written. */
    public record Note(double x, double y, String kind, String text) {}

    /** From one thread to another: a line, and its head as SVG wants it. */
    public record Arrow(double x, double fromY, double toY, String head, String tip) {}

    /** Columns that have something in common. */
    public record Band(double x, double width, String tip) {}

    /**
     * One thing that happened, and how things were then.
     *
     * @param number from 1
     * @param x where its column begins
     * @param width of its column
     * @param time since the run's start
     * @param thread who did it
     * @param does what
     * @param circle who waited for whom, where threads waited for each other; else empty
     * @param states of all threads, after it
     */
    public record Moment(
            int number,
            double x,
            double width,
            String time,
            String thread,
            String does,
            String circle,
            List<State> states) {}

    /** What a thread is doing, and the locks that it has, with commas between them. */
    public record State(String thread, String does, String holds) {}
}
