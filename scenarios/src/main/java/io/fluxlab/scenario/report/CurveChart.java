package io.fluxlab.scenario.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Curves on two logarithmic axes and a line at a bound, laid out: the template only draws. Immutable.
 *
 * @param title what it shows
 * @param across the ticks below
 * @param up the ticks on the left
 * @param boundY where the bound is
 * @param boundText what the bound is
 * @param lines the curves
 */
public record CurveChart(
        String title, List<Tick> across, List<Tick> up, double boundY, String boundText, List<Line> lines) {

    private static final double LEFT = 80;
    private static final double RIGHT = 690;
    private static final double TOP = 16;
    private static final double BOTTOM = 320;
    private static final int CIRCLE = 360;

    /** The steps within a power of ten that ticks are at. */
    private static final int[] LEADS = {1, 2, 5};

    /** A curve as it is measured; its points have positive coordinates, from left to right. */
    public record Series(String name, List<Point> points) {}

    /** A point as it is measured, and what is said of it. */
    public record Point(double x, double y, String tip) {}

    /** A round value and its place. */
    public record Tick(double at, String text) {}

    /** A curve on its place; {@code hue} is its colour in degrees, {@code path} as SVG wants it. */
    public record Line(String name, int hue, String path, List<Dot> dots) {}

    /** A point on its place. */
    public record Dot(double x, double y, String tip) {}

    public CurveChart {
        across = List.copyOf(across);
        up = List.copyOf(up);
        lines = List.copyOf(lines);
    }

    /** Lays out these curves; {@code xText} and {@code yText} write values. */
    public static CurveChart of(
            String title,
            List<Series> curves,
            double bound,
            DoubleFunction<String> xText,
            DoubleFunction<String> yText) {
        List<Point> all =
                curves.stream().flatMap(curve -> curve.points().stream()).toList();
        Scale x = Scale.of(all.stream().map(Point::x).toList(), LEFT, RIGHT);
        List<Double> heights = new ArrayList<>(all.stream().map(Point::y).toList());
        heights.add(bound);
        Scale y = Scale.of(heights, BOTTOM, TOP);
        List<Line> lines = IntStream.range(0, curves.size())
                .mapToObj(i -> line(curves.get(i), CIRCLE * i / curves.size(), x, y))
                .toList();
        return new CurveChart(title, x.ticks(xText), y.ticks(yText), y.at(bound), yText.apply(bound), lines);
    }

    private static Line line(Series curve, int hue, Scale x, Scale y) {
        List<Dot> dots = curve.points().stream()
                .map(point -> new Dot(x.at(point.x()), y.at(point.y()), point.tip()))
                .toList();
        String path = dots.stream()
                .map(dot -> String.format(Locale.ROOT, "%.1f,%.1f", dot.x(), dot.y()))
                .collect(Collectors.joining(" "));
        return new Line(curve.name(), hue, path, dots);
    }

    /** From a range of values to places, by their logarithms. */
    private record Scale(double low, double high, double from, double to) {

        static Scale of(List<Double> values, double from, double to) {
            double low = values.stream().mapToDouble(Double::doubleValue).min().orElse(1);
            double high = values.stream().mapToDouble(Double::doubleValue).max().orElse(low);
            return new Scale(low, high > low ? high : 2 * low, from, to);
        }

        double at(double value) {
            double place = from + (to - from) * Math.log(value / low) / Math.log(high / low);
            return Math.round(10 * place) / 10.0;
        }

        List<Tick> ticks(DoubleFunction<String> text) {
            List<Tick> ticks = new ArrayList<>();
            for (double power = Math.pow(10, Math.floor(Math.log10(low))); power <= high; power *= 10) {
                for (int lead : LEADS) {
                    double value = lead * power;
                    if (value >= low && value <= high) {
                        ticks.add(new Tick(at(value), text.apply(value)));
                    }
                }
            }
            return ticks;
        }
    }
}
