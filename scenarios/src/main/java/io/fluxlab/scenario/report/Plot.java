package io.fluxlab.scenario.report;

import java.util.List;

/**
 * A plot, laid out: the template only draws. Immutable.
 *
 * @param title what it shows, with the unit
 * @param height its height; all are equally wide
 * @param ticks the axis below
 * @param rows what stands on the left
 * @param dots single values
 * @param bars ranges
 */
record Plot(String title, double height, List<Axis.Tick> ticks, List<Row> rows, List<Dot> dots, List<Bar> bars) {

    /** The styles of dots that need an explanation. */
    public List<String> legend() {
        List<String> kinds = dots.stream().map(Dot::kind).distinct().toList();
        return kinds.size() > 1 ? kinds : List.of();
    }

    /** A label on the left. */
    record Row(double y, String label) {}

    /** A value; {@code kind} is its style, {@code tip} what it says when it is pointed at. */
    record Dot(double x, double y, String kind, String tip) {}

    /** A range. */
    record Bar(double x, double y, double width, double height, String kind, String tip) {}
}
