package io.fluxlab.cli.figure;

import io.fluxlab.history.HistoryTrend;
import io.fluxlab.measure.Durations;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.IntervalText;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.RatioEstimate;
import io.fluxlab.verdict.SameBand;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Trends in words and figures. Stateless. */
public final class TrendText {

    private TrendText() {}

    /** What the figures are of. */
    public static String title(HistoryTrend trend) {
        Object parameters = trend.request().get("parameters");
        String given = parameters instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .map(each -> " " + each.getKey() + "=" + each.getValue())
                        .sorted()
                        .collect(Collectors.joining())
                : "";
        return trend.workload() + given + " on " + trend.lane() + ", "
                + switch (trend.kind()) {
                    case RUN -> "times of runs";
                    case COMPARISON -> "medians of comparisons";
                    case CAPACITY -> "searches";
                    case SCENARIO -> "scenarios";
                };
    }

    /**
     * A row: commit, runs, median, ratio, interval, outcome.
     *
     * @param commits of the runs; an entry of another code has none
     */
    public static List<String> cells(HistoryTrend.Entry entry, Set<String> commits, SameBand band) {
        RatioEstimate ratio = entry.ratio();
        Interval interval = ratio == null ? null : ratio.interval();
        IntervalText text = interval == null ? null : IntervalText.of(interval, band);
        return List.of(
                "  " + code(entry, commits),
                String.valueOf(entry.runs()),
                Durations.readable(Math.round(entry.medianNanos())),
                ratio == null
                        ? ""
                        : text == null
                                ? String.format(Locale.ROOT, "%.2f", ratio.median())
                                : text.value(ratio.median()),
                text == null ? "" : text.low() + " to " + text.high(),
                entry.unlike() == null ? words(entry.outcome()) : "not comparable");
    }

    /** What has to be said beside the table. */
    public static List<String> notes(HistoryTrend trend, Set<String> commits) {
        List<String> notes = new ArrayList<>();
        for (HistoryTrend.Entry entry : trend.entries()) {
            String unlike = entry.unlike();
            RatioEstimate ratio = entry.ratio();
            if (unlike != null) {
                notes.add("  " + code(entry, commits) + " is not comparable: " + unlike);
            } else if (ratio != null && ratio.interval() == null) {
                notes.add("  " + code(entry, commits)
                        + ": one run of each shows no change that another JVM would not; keep some more");
            }
        }
        return notes;
    }

    private static String words(Outcome outcome) {
        return switch (outcome) {
            case BASELINE -> "baseline";
            case FASTER -> "faster";
            case SLOWER -> "slower";
            case SAME -> "the same";
            case CANT_TELL -> "can't tell";
        };
    }

    /** The commit; where none is known, the version of Fluxlab stands for it, and is told whole. */
    private static String code(HistoryTrend.Entry entry, Set<String> commits) {
        return commits.contains(entry.code()) ? KeptText.shortened(entry.code()) : "none, fluxlab " + entry.code();
    }
}
