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
import java.util.stream.Collectors;

/** Trends in words and figures. Stateless. */
public final class TrendText {

    private static final int COMMIT = 9;

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

    /** A row: commit, runs, median, ratio, interval, outcome. */
    public static List<String> cells(HistoryTrend.Entry entry, SameBand band) {
        RatioEstimate ratio = entry.ratio();
        Interval interval = ratio == null ? null : ratio.interval();
        IntervalText text = interval == null ? null : IntervalText.of(interval, band);
        return List.of(
                "  " + shortened(entry.code()),
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
    public static List<String> notes(HistoryTrend trend) {
        List<String> notes = new ArrayList<>();
        for (HistoryTrend.Entry entry : trend.entries()) {
            String unlike = entry.unlike();
            RatioEstimate ratio = entry.ratio();
            if (unlike != null) {
                notes.add("  " + shortened(entry.code()) + " is not comparable: " + unlike);
            } else if (ratio != null && ratio.interval() == null) {
                notes.add("  " + shortened(entry.code())
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

    private static String shortened(String code) {
        return code.length() <= COMMIT ? code : code.substring(0, COMMIT);
    }
}
