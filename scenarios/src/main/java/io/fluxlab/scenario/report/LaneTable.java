package io.fluxlab.scenario.report;

import io.fluxlab.canary.CanaryReading;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.IntervalText;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.SameBand;
import io.fluxlab.verdict.Standing;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A step's lanes as a table of texts. Immutable. */
record LaneTable(List<String> headings, List<Line> lines) {

    /** What is not known. */
    static final String NONE = "–";

    /** One lane; the recommended one stands out. */
    record Line(boolean recommended, List<String> cells) {

        private String canaries() {
            return cells.get(cells.size() - 1);
        }
    }

    /** All tables of a step that have lines: its lanes, the network, what came of a load, the stages of placements. */
    static List<LaneTable> all(StepStory step, Language language) {
        return Stream.of(
                        Optional.of(of(step, language)),
                        NetworkTable.of(step, language),
                        LoadTable.of(step, language),
                        StageTable.of(step, language))
                .flatMap(Optional::stream)
                .filter(table -> !table.lines.isEmpty())
                .toList();
    }

    private static LaneTable of(StepStory step, Language language) {
        Verdict verdict = step.verdict();
        ComparisonStarted started = step.started();
        LaneTable all = verdict == null || started == null
                ? ofRuns(step, language)
                : ofComparison(verdict, started.design().band(), language);
        return all.lines.stream().allMatch(line -> line.canaries().equals(NONE)) ? all.withoutCanaries() : all;
    }

    private LaneTable withoutCanaries() {
        return new LaneTable(
                withoutLast(headings),
                lines.stream()
                        .map(line -> new Line(line.recommended, withoutLast(line.cells)))
                        .toList());
    }

    private static List<String> withoutLast(List<String> texts) {
        return texts.subList(0, texts.size() - 1);
    }

    private static LaneTable ofComparison(Verdict verdict, SameBand band, Language language) {
        String judged = LaneVerdict.judgedBy(verdict.lanes())
                .map(by -> by + " " + Phrase.LATENCY.in(language))
                .orElseGet(() -> Phrase.MEDIAN.in(language));
        return new LaneTable(
                headings(
                        language,
                        Phrase.LANE.in(language),
                        judged,
                        Phrase.SPEED_UP.in(language),
                        Phrase.INTERVAL.in(language),
                        Phrase.OUTCOME.in(language),
                        Phrase.CPUS.in(language),
                        Phrase.THREADS.in(language)),
                verdict.lanes().stream()
                        .map(lane -> line(verdict, band, lane, VerdictWording.in(language)))
                        .toList());
    }

    private static Line line(Verdict verdict, SameBand band, LaneVerdict lane, VerdictWording wording) {
        Standing standing = lane.standing();
        Double low = standing.low();
        Double high = standing.high();
        IntervalText interval = low == null || high == null || low.equals(high)
                ? null
                : IntervalText.of(new Interval(low, high).inverse(), band);
        double factor = 1 / standing.ratio();
        List<String> cells = new ArrayList<>(List.of(
                lane.lane(),
                wording.time(standing.medianNanos()),
                (interval == null ? decimals(factor) : interval.value(factor)) + "×",
                interval == null ? NONE : wording.ends(interval),
                wording.outcome(lane.outcome()),
                decimals(lane.cost().cpu()),
                String.valueOf(lane.cost().peakThreads())));
        cells.addAll(latency(lane.bystander(), wording));
        cells.add(canaries(lane.canaries(), wording));
        return new Line(lane.lane().equals(verdict.recommended()), cells);
    }

    private static LaneTable ofRuns(StepStory step, Language language) {
        List<Line> lines = new ArrayList<>();
        VerdictWording wording = VerdictWording.in(language);
        step.lanes().forEach((lane, story) -> {
            RunFinished end = story.finished();
            if (end != null) {
                List<String> cells = new ArrayList<>(List.of(
                        lane,
                        wording.status(end.status()),
                        String.format(Locale.ROOT, "%,d", end.summary().tasks()),
                        String.format(Locale.ROOT, "%,d", end.summary().items()),
                        wording.time(end.summary().wallNanos()),
                        decimals(end.summary().cpus()),
                        String.valueOf(end.summary().peakThreads())));
                cells.addAll(latency(end.summary().bystander(), wording));
                cells.add(canaries(end.summary().canaries(), wording));
                lines.add(new Line(false, cells));
            }
        });
        return new LaneTable(
                headings(
                        language,
                        Phrase.LANE.in(language),
                        Phrase.STATUS.in(language),
                        Phrase.TASKS.in(language),
                        Phrase.ITEMS.in(language),
                        Phrase.WALL.in(language),
                        Phrase.CPUS.in(language),
                        Phrase.THREADS.in(language)),
                lines);
    }

    private static List<String> headings(Language language, String... first) {
        return Stream.concat(
                        Stream.of(first),
                        Stream.of(
                                Phrase.BYSTANDER.in(language) + " p50",
                                "p99",
                                Phrase.MAX.in(language),
                                Phrase.CANARIES.in(language)))
                .toList();
    }

    private static List<String> latency(@Nullable Latency latency, VerdictWording wording) {
        return latency == null || latency.count() == 0
                ? List.of(NONE, NONE, NONE)
                : Stream.of(latency.p50Nanos(), latency.p99Nanos(), latency.maxNanos())
                        .map(wording::time)
                        .toList();
    }

    /** Each by its p99. */
    private static String canaries(@Nullable List<CanaryReading> canaries, VerdictWording wording) {
        return canaries == null
                ? NONE
                : canaries.stream()
                        .map(reading -> wording.name(reading.canary()) + " "
                                + wording.time(reading.latency().p99Nanos()))
                        .collect(Collectors.joining(", "));
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
