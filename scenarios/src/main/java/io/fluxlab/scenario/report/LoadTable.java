package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.expression.Figure;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What came of the load on each lane of a step, also of those that fall behind, as a table. */
final class LoadTable {

    private static final List<String> LATENCIES =
            List.of("p50Millis", "p90Millis", "p99Millis", "p999Millis", "maxMillis");

    private static final double NANOS_PER_MILLI = 1e6;

    private final StepStory step;
    private final Language language;
    private final VerdictWording wording;

    private LoadTable(StepStory step, Language language) {
        this.step = step;
        this.language = language;
        this.wording = VerdictWording.in(language);
    }

    /** The table; empty where there was no load. */
    static Optional<LaneTable> of(StepStory step, Language language) {
        return new LoadTable(step, language).table();
    }

    private Optional<LaneTable> table() {
        List<LaneTable.Line> lines = new ArrayList<>();
        step.figures().forEach((lane, figures) -> {
            if (figures.get(Figure.LOAD.id()) instanceof Map<?, ?> load) {
                lines.add(new LaneTable.Line(false, cells(lane, load)));
            }
        });
        List<String> headings = Stream.concat(
                        Stream.concat(
                                Stream.of(Phrase.LANE, Phrase.LOAD, Phrase.DUE, Phrase.SERVED)
                                        .map(phrase -> phrase.in(language)),
                                Stream.of("p50", "p90", "p99", "p99.9", Phrase.MAX.in(language))),
                        Stream.of(Phrase.WAITING, Phrase.MISSED, Phrase.LEFT_OUT)
                                .map(phrase -> phrase.in(language)))
                .toList();
        return lines.isEmpty() ? Optional.empty() : Optional.of(new LaneTable(headings, lines));
    }

    private List<String> cells(String lane, Map<?, ?> load) {
        boolean keepsUp = Boolean.TRUE.equals(load.get("keepsUp"));
        List<String> cells = new ArrayList<>(List.of(
                lane,
                (keepsUp ? Phrase.KEEPS_UP : Phrase.FALLS_BEHIND).in(language),
                rate(load.get("offered")),
                rate(load.get("throughput"))));
        LATENCIES.forEach(field -> cells.add(time(load.get(field))));
        Stream.of("waiting", "missed", "overflowed").forEach(field -> cells.add(count(load.get(field))));
        return cells;
    }

    private String time(@Nullable Object millis) {
        return millis instanceof Double number ? wording.time(Math.round(number * NANOS_PER_MILLI)) : LaneTable.NONE;
    }

    private static String rate(@Nullable Object perSecond) {
        return perSecond instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : LaneTable.NONE;
    }

    private static String count(@Nullable Object count) {
        return count instanceof Long number ? String.format(Locale.ROOT, "%,d", number) : LaneTable.NONE;
    }
}
