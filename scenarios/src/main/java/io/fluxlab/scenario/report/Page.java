package io.fluxlab.scenario.report;

import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.LectureHeadings;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.ScenarioOutcome;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Shown;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.timeline.Timeline;
import io.fluxlab.verdict.Recommendation;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.wording.FindingWording;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the template of a page is given: words and plots, nothing left to compute. Immutable. */
final class Page {

    private static final int LONGEST_VALUE = 400;
    private static final int LONGEST_NUMBERS = 60;

    private final ScenarioReport report;
    private final Language language;

    Page(ScenarioReport report, Language language) {
        this.report = report;
        this.language = language;
    }

    /** A step, as the template takes it. */
    record StepPart(
            String id,
            String heading,
            String details,
            String problem,
            List<Plot> plots,
            List<LaneTable> tables,
            String code,
            List<String> remarks,
            List<FindingPart> findings,
            List<ItemsPart> items,
            List<TracePart> traces) {}

    /** What limits a lane, where in the code, and how what may help came out; empty where nothing was tried. */
    record FindingPart(String lane, String cause, String reason, List<String> at, String proof, boolean helped) {}

    /** What the threads of a lane did; {@code id} is the only one on the page. */
    record TracePart(String id, String lane, Timeline timeline) {}

    /** The first items of a lane; open where they are what the step is about, and have no names of the code in them. */
    record ItemsPart(String lane, String count, List<String> lines, boolean open) {}

    /** A judged expectation. */
    record ExpectationPart(
            String mark,
            String given,
            String proves,
            String numbers,
            String that,
            List<SeenPart> seen,
            String problem) {}

    /** A part of a condition and its value. */
    record SeenPart(String part, String value) {}

    Map<String, Object> values() {
        Scenario scenario = report.scenario();
        ScenarioFinished end = report.finished();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("language", language.code());
        values.put("say", words(language));
        values.put("name", scenario.name());
        values.put("title", scenario.title().in(language));
        values.put("lecture", LectureHeadings.in(language, scenario.lecture()));
        values.put("source", scenario.source());
        values.put("wrote", scenario.sample().wrote());
        values.put("fixed", scenario.sample().fixed());
        values.put("quick", report.form() == Form.QUICK);
        values.put("predict", scenario.explanation().predict().paragraphs(language));
        values.put("shows", scenario.explanation().shows().paragraphs(language));
        values.put("steps", report.steps().stream().map(this::step).toList());
        values.put(
                "expectations", report.judged().stream().map(this::expectation).toList());
        values.put(
                "twins",
                scenario.originals().stream()
                        .map(twin -> TwinPart.of(twin, language))
                        .toList());
        values.put("guesses", GuessPart.all(report, language));
        values.put("ending", end.outcome().phrase().in(language));
        values.put("mark", end.outcome().mark());
        values.put("style", style(end.outcome()));
        values.put("held", end.held());
        values.put("all", end.all());
        values.put("undecided", end.undecided());
        values.put("time", VerdictWording.in(language).time(end.atNanos()));
        values.put("machine", machine());
        return values;
    }

    /** The class of the style sheet that an outcome has. */
    static String style(ScenarioOutcome outcome) {
        return switch (outcome) {
            case ALL_HELD, JUDGED_HELD -> "good";
            case NOTHING_JUDGED -> "soft";
            case NOT_ALL_HELD -> "bad";
        };
    }

    /** The phrases by their names in lower case. */
    static Map<String, String> words(Language language) {
        Map<String, String> words = new LinkedHashMap<>();
        for (Phrase phrase : Phrase.values()) {
            words.put(phrase.name().toLowerCase(Locale.ROOT), phrase.in(language));
        }
        return words;
    }

    private StepPart step(StepStory step) {
        Verdict verdict = step.verdict();
        List<String> remarks = verdict == null
                ? step.lanes().entrySet().stream()
                        .flatMap(lane -> lane.getValue().failures().stream()
                                .map(failed -> lane.getKey() + ", " + Phrase.TASK.in(language) + " " + failed.task()
                                        + ": " + failed.error().message()))
                        .toList()
                : Stream.concat(
                                Stream.of(verdict.reason()),
                                verdict.warnings().stream().map(warning -> warning.code() + ": " + warning.message()))
                        .toList();
        return new StepPart(
                step.step().step(),
                heading(step).in(language),
                step.step().workload() + parameters(step),
                Objects.requireNonNullElse(step.problem(), ""),
                new Plots(language).of(step),
                LaneTable.all(step, language),
                code(step),
                remarks,
                findings(step),
                step.lanes().entrySet().stream()
                        .filter(lane -> !lane.getValue().items().isEmpty())
                        .map(lane -> items(
                                lane.getKey(),
                                lane.getValue(),
                                !step.step().compares() && lane.getValue().isPlain()))
                        .toList(),
                traces(step));
    }

    private List<TracePart> traces(StepStory step) {
        List<TracePart> parts = new ArrayList<>();
        step.lanes().forEach((lane, story) -> {
            if (!story.marks().isEmpty()) {
                String id = "trace-" + step.step().step() + "-" + parts.size();
                parts.add(new TracePart(id, lane, Timeline.of(story.marks(), story.dropped(), language)));
            }
        });
        return parts;
    }

    /** What to write for the placement that is recommended; empty where none is. */
    private static String code(StepStory step) {
        Verdict verdict = step.verdict();
        Recommendation write = verdict == null || verdict.placements() == null ? null : verdict.recommendation();
        return write == null ? "" : write.code();
    }

    private static Phrase heading(StepStory step) {
        return step.step().explains() ? Phrase.EXPLAIN : step.step().compares() ? Phrase.COMPARE : Phrase.RUN;
    }

    private List<FindingPart> findings(StepStory step) {
        List<FindingPart> parts = new ArrayList<>();
        step.found().forEach((lane, found) -> {
            Proved proved = step.proved().get(lane);
            parts.add(new FindingPart(
                    lane,
                    FindingWording.in(language).name(found.finding().cause()),
                    found.reason(),
                    found.finding().suspicion().at(),
                    proved == null ? "" : proved.reason(),
                    proved != null && proved.proof().result() == Proof.Result.HELPED));
        });
        return parts;
    }

    private static ItemsPart items(String lane, LaneStory story, boolean open) {
        String count = String.format(Locale.ROOT, "%,d", story.itemCount());
        return new ItemsPart(lane, count, story.items(), open);
    }

    private static String parameters(StepStory step) {
        ComparisonStarted comparison = step.started();
        Map<String, Object> parameters = comparison != null
                ? comparison.parameters()
                : step.lanes().values().stream()
                        .map(LaneStory::started)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .map(run -> run.parameters())
                        .orElse(Map.of());
        return parameters.entrySet().stream()
                .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining());
    }

    private ExpectationPart expectation(Judged judged) {
        return new ExpectationPart(
                judged.held() ? "good" : judged.undecided() ? "soft" : "bad",
                judged.undecided() ? Objects.requireNonNullElse(judged.given(), "") : "",
                new Text(judged.proves()).in(language),
                judged.held() ? Shown.numbers(judged.seen(), LONGEST_NUMBERS) : "",
                judged.that(),
                judged.seen().stream()
                        .map(seen -> new SeenPart(seen.part(), Shown.value(seen.value(), LONGEST_VALUE)))
                        .toList(),
                Objects.requireNonNullElse(judged.problem(), ""));
    }

    private String machine() {
        return report.steps().stream()
                .map(StepStory::started)
                .filter(Objects::nonNull)
                .findFirst()
                .map(ComparisonStarted::machine)
                .map(Page::text)
                .orElse("");
    }

    private static String text(Machine machine) {
        return "%s, %d CPUs, %s, JDK %s".formatted(machine.cpu(), machine.cpus(), machine.os(), machine.jdk());
    }
}
