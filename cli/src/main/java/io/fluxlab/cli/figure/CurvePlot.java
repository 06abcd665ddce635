package io.fluxlab.cli.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Curves as characters, on two logarithmic axes: a letter for each curve, and a line at a bound. Where two curves meet, the
 * later one is seen. Immutable.
 */
final class CurvePlot {

    private static final int HEIGHT = 12;
    private static final int WIDEST = 76;
    private static final int NARROWEST = 20;
    private static final char BOUND = '┄';

    private final List<Curve> curves;
    private final double bound;
    private final DoubleFunction<String> xText;
    private final DoubleFunction<String> yText;

    /** A curve; its points have positive coordinates. */
    record Curve(String name, List<Point> points) {}

    /** A point. */
    record Point(double x, double y) {}

    /**
     * A plot of these curves.
     *
     * @param bound where a line is drawn across
     * @param xText writes what is on the axis below
     * @param yText writes what is on the axis on the left
     */
    CurvePlot(List<Curve> curves, double bound, DoubleFunction<String> xText, DoubleFunction<String> yText) {
        this.curves = curves.stream().filter(curve -> !curve.points().isEmpty()).toList();
        this.bound = bound;
        this.xText = xText;
        this.yText = yText;
    }

    /** The plot in lines of at most so many characters; none where there is nothing to show, or no room for it. */
    List<String> lines(int width) {
        List<Point> all =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        double left = all.stream().mapToDouble(Point::x).min().orElse(0);
        double right = all.stream().mapToDouble(Point::x).max().orElse(0);
        if (right <= left) {
            return List.of();
        }
        double bottom = Math.min(bound, all.stream().mapToDouble(Point::y).min().orElse(bound));
        double top = Math.max(bound, all.stream().mapToDouble(Point::y).max().orElse(bound));
        int margin = Math.max(
                yText.apply(bound).length(),
                Math.max(yText.apply(bottom).length(), yText.apply(top).length()));
        int columns = Math.min(WIDEST, width - margin - 3);
        if (columns < NARROWEST) {
            return List.of();
        }
        Scale across = new Scale(left, right, columns - 1);
        Scale up = new Scale(bottom, top, HEIGHT - 1);
        char[][] cells = new char[HEIGHT][columns];
        Arrays.stream(cells).forEach(row -> Arrays.fill(row, ' '));
        Arrays.fill(cells[up.at(bound)], BOUND);
        for (int i = 0; i < curves.size(); i++) {
            for (Point point : curves.get(i).points()) {
                cells[up.at(point.y())][across.at(point.x())] = letter(i);
            }
        }
        List<String> lines = new ArrayList<>();
        for (int row = HEIGHT - 1; row >= 0; row--) {
            String label = row == up.at(bound)
                    ? yText.apply(bound)
                    : row == 0 ? yText.apply(bottom) : row == HEIGHT - 1 ? yText.apply(top) : "";
            lines.add(" ".repeat(margin - label.length()) + label + " │"
                    + String.valueOf(cells[row]).stripTrailing());
        }
        String first = xText.apply(left);
        String last = xText.apply(right);
        lines.add(" ".repeat(margin) + " └" + "─".repeat(columns));
        lines.add(" ".repeat(margin + 2)
                + first
                + " ".repeat(Math.max(1, columns - first.length() - last.length()))
                + last);
        lines.add(" ".repeat(margin + 2) + legend());
        return lines;
    }

    private String legend() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            names.add(letter(i) + " " + curves.get(i).name());
        }
        return String.join("   ", names);
    }

    private static char letter(int curve) {
        return (char) ('a' + curve % 26);
    }

    /** From a range of values to so many steps, by their logarithms. */
    private record Scale(double from, double to, int steps) {
        int at(double value) {
            return to <= from ? 0 : (int) Math.round(Math.log(value / from) / Math.log(to / from) * steps);
        }
    }
}
