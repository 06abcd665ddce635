package io.fluxlab.scenario.report;

import io.fluxlab.measure.Latency;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.report.LaneStory.Span;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lays out what a step gave. Immutable. */
final class Plots {

    private static final double ROW = 30;
    private static final double THIN = 9;
    private static final double TOP = 14;
    private static final double AXIS = 26;
    private static final double NANOS_PER_MILLI = 1e6;

    private final Language language;

    Plots(Language language) {
        this.language = language;
    }

    List<Plot> of(StepStory step) {
        List<Plot> plots = new ArrayList<>();
        Verdict verdict = step.verdict();
        if (verdict != null && !verdict.lanes().isEmpty()) {
            plots.add(walls(verdict));
        }
        Map<String, Latency> bystanders = step.bystanders();
        // One lane alone is told by the table.
        if (bystanders.size() > 1) {
            plots.add(bystanders(bystanders));
        }
        Map<String, LaneStory> spans = new LinkedHashMap<>(step.lanes());
        spans.values().removeIf(lane -> lane.spans().isEmpty());
        if (!spans.isEmpty()) {
            plots.add(tasks(spans));
        }
        return plots;
    }

    /** Every round of every lane, the median, and its interval. */
    private Plot walls(Verdict verdict) {
        List<String> judged = verdict.lanes().stream().map(LaneVerdict::lane).toList();
        double most = verdict.samples().stream()
                .filter(sample -> judged.contains(sample.lane()))
                .mapToDouble(LaneSample::figureNanos)
                .max()
                .orElse(1);
        Axis axis = Axis.linear(most / NANOS_PER_MILLI);
        Canvas canvas = new Canvas();
        for (LaneVerdict lane : verdict.lanes()) {
            double y = canvas.row(lane.lane(), ROW);
            Interval interval = verdict.wallNanos(lane.lane());
            double median = millis(lane.standing().medianNanos());
            if (interval != null) {
                canvas.bar(axis, millis(interval.low()), millis(interval.high()), y - 7, 14, "interval", lane.lane());
            }
            verdict.samples().stream()
                    .filter(sample -> sample.lane().equals(lane.lane()))
                    .forEach(sample -> canvas.dot(axis, millis(sample.figureNanos()), y, "round", lane.lane()));
            canvas.bar(axis, median, median, y - 9, 18, "median", lane.lane());
        }
        String title = LaneVerdict.judgedBy(verdict.lanes())
                .map(by -> by + " " + Phrase.LATENCY.in(language) + " " + Phrase.LATENCY_PLOT.in(language))
                .orElseGet(() -> Phrase.WALL_PLOT.in(language));
        return canvas.plot(title, axis);
    }

    private Plot bystanders(Map<String, Latency> lanes) {
        double least =
                lanes.values().stream().mapToDouble(Latency::p50Nanos).min().orElse(1);
        double most =
                lanes.values().stream().mapToDouble(Latency::maxNanos).max().orElse(1);
        Axis axis = Axis.logarithmic(least / NANOS_PER_MILLI, most / NANOS_PER_MILLI);
        Canvas canvas = new Canvas();
        lanes.forEach((lane, latency) -> {
            double y = canvas.row(lane, ROW);
            canvas.bar(axis, millis(latency.p50Nanos()), millis(latency.maxNanos()), y - 1, 2, "range", lane);
            canvas.dot(axis, millis(latency.p50Nanos()), y, "p50", lane + " p50");
            canvas.dot(axis, millis(latency.p99Nanos()), y, "p99", lane + " p99");
            canvas.dot(axis, millis(latency.maxNanos()), y, "max", lane + " " + Phrase.MAX.in(language));
        });
        return canvas.plot(Phrase.BYSTANDER_PLOT.in(language), axis);
    }

    /** When each task of each lane's last run started and ended. */
    private Plot tasks(Map<String, LaneStory> lanes) {
        long most = lanes.values().stream()
                .flatMap(lane -> lane.spans().stream())
                .mapToLong(Span::endNanos)
                .max()
                .orElse(1);
        Axis axis = Axis.linear(millis(most));
        Canvas canvas = new Canvas();
        lanes.forEach((lane, story) -> {
            canvas.row(lane, 0);
            story.spans()
                    .forEach(span -> canvas.bar(
                            axis,
                            millis(span.startNanos()),
                            millis(span.endNanos()),
                            canvas.line(THIN),
                            THIN - 2,
                            span.failed() ? "failed" : "task",
                            span.label() + ", " + span.worker()));
            canvas.line(THIN);
        });
        return canvas.plot(Phrase.TASK_PLOT.in(language), axis);
    }

    private static double millis(double nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    private static double millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    private String readable(double millis) {
        return VerdictWording.in(language).time(Math.round(millis * NANOS_PER_MILLI));
    }

    /** A plot in the making. */
    private final class Canvas {

        private final List<Plot.Row> rows = new ArrayList<>();
        private final List<Plot.Dot> dots = new ArrayList<>();
        private final List<Plot.Bar> bars = new ArrayList<>();
        private double y = TOP;

        /** Begins a row and says where its middle is. */
        double row(String label, double height) {
            double middle = height == 0 ? y + 4 : y + height / 2 - TOP / 2;
            rows.add(new Plot.Row(middle, label));
            y += height;
            return middle;
        }

        /** Takes a line and says where it begins. */
        double line(double height) {
            y += height;
            return y - height;
        }

        void dot(Axis axis, double millis, double at, String kind, String what) {
            dots.add(new Plot.Dot(axis.at(millis), at, kind, tip(what, millis)));
        }

        void bar(Axis axis, double from, double to, double top, double height, String kind, String what) {
            double x = axis.at(from);
            double width = Math.max(1.5, axis.at(to) - x);
            String range = from == to ? tip(what, from) : tip(what, from) + " – " + readable(to);
            bars.add(new Plot.Bar(x, top, width, height, kind, range));
        }

        Plot plot(String title, Axis axis) {
            return new Plot(title, y + AXIS, axis.ticks(), rows, dots, bars);
        }

        private String tip(String what, double millis) {
            return what + ": " + readable(millis);
        }
    }
}
