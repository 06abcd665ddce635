package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.load.Load;
import io.fluxlab.scenario.Action;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.LectureHeadings;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Step;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.Twin;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.original.Originals;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A scenario in lines for a person, in one language and of one width. Immutable. */
public final class ScenarioText {

    private static final String INDENT = "  ";

    /** Longer lines are hard to read, however wide the terminal is. */
    private static final int MOST_PROSE = 100;

    private final Language language;
    private final Palette palette;
    private final int width;
    private final ExpectationText expectations;
    private final GuessText guesses;

    /**
     * Of a scenario's words.
     *
     * @param details whether conditions are told beside the sentences that they prove
     */
    public ScenarioText(Language language, Palette palette, int width, boolean details) {
        this.language = language;
        this.palette = palette;
        this.width = width;
        this.expectations = new ExpectationText(language, palette, width, details);
        this.guesses = new GuessText(language, palette, width);
    }

    /** What it is called, and what to think about before it runs. */
    public List<String> opening(Scenario scenario, Form form) {
        List<String> lines = new ArrayList<>();
        String quick = form == Form.QUICK ? " (" + say(Phrase.QUICK) + ")" : "";
        lines.addAll(Prose.wrap(
                palette.paint(Ink.NAME, scenario.name()) + ": "
                        + palette.paint(Ink.STRONG, scenario.title().in(language)) + quick,
                width,
                INDENT));
        if (!scenario.lecture().isEmpty()) {
            lines.add(palette.paint(
                    Ink.FAINT, say(Phrase.LECTURE) + ": " + LectureHeadings.in(language, scenario.lecture())));
        }
        if (!scenario.source().isEmpty()) {
            lines.add(palette.paint(Ink.FAINT, say(Phrase.SOURCE) + ": " + scenario.source()));
        }
        lines.addAll(code(Phrase.WROTE, scenario.sample().wrote()));
        lines.add("");
        lines.addAll(section(Phrase.PREDICT, scenario.explanation().predict()));
        return lines;
    }

    /** Code as it is written, under its heading; nothing where there is none. */
    private List<String> code(Phrase heading, String code) {
        return code.isEmpty()
                ? List.of()
                : Stream.concat(
                                Stream.of("", palette.paint(Ink.STRONG, say(heading))),
                                code.lines().map(line -> INDENT + line))
                        .toList();
    }

    /** What it asks and runs, where nothing runs. */
    public List<String> asked(Scenario scenario) {
        List<String> lines = new ArrayList<>(opening(scenario, Form.FULL));
        scenario.questions().forEach(question -> {
            lines.add("");
            lines.addAll(guesses.question(question));
        });
        for (Step step : scenario.steps()) {
            lines.add("");
            lines.add(step(step.id()));
            lines.addAll(indented(say(kind(step.full())) + ": " + step.full().workload() + parameters(step.full())));
            lines.addAll(indented(
                    say(isPlaced(step) ? Phrase.PLACEMENT : Phrase.LANES) + ": " + String.join(", ", step.lanes())));
            load(step.full()).ifPresent(load -> lines.addAll(indented(say(Phrase.LOAD) + ": " + load.text())));
        }
        return lines;
    }

    /**
     * The originals and their twins.
     *
     * @param answers whether what differs and what CPython printed are told, too: both give answers away
     */
    public List<String> originals(Scenario scenario, boolean answers) {
        List<String> lines = new ArrayList<>();
        scenario.originals().forEach(twin -> {
            lines.addAll(titled(Phrase.ORIGINAL, twin.python() + ".py", Originals.python(twin.python())));
            if (!twin.java().isEmpty()) {
                lines.addAll(titled(Phrase.TWIN, twin.java(), Originals.java(twin.java())));
            }
            if (answers && !twin.differences().isEmpty()) {
                lines.add("");
                lines.add(palette.paint(Ink.STRONG, say(Phrase.DIFFERS)));
                twin.differences().forEach(difference -> lines.addAll(difference(difference)));
            }
            if (answers) {
                Originals.recording(twin.python())
                        .ifPresent(recording -> lines.addAll(titled(
                                Phrase.PRINTED, recording.made(language), String.join("\n", recording.lines()))));
            }
        });
        return lines;
    }

    private List<String> titled(Phrase heading, String what, String code) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Prose.wrap(
                palette.paint(Ink.STRONG, say(heading)) + " " + palette.paint(Ink.FAINT, what), width, INDENT));
        code.lines().forEach(line -> lines.add(INDENT + line));
        return lines;
    }

    private List<String> difference(Twin.Difference difference) {
        String words = Stream.of(difference.python(), difference.java())
                .filter(side -> !side.isEmpty())
                .collect(Collectors.joining(" | "));
        List<String> lines = new ArrayList<>(indented(difference.says().in(language)));
        if (!words.isEmpty()) {
            lines.addAll(indented(palette.paint(Ink.FAINT, words)));
        }
        return lines;
    }

    /** That there is more to be told. */
    public List<String> hidden() {
        return Prose.wrap(palette.paint(Ink.FAINT, say(Phrase.HIDDEN)), width, "");
    }

    /** What it shows and expects, where nothing runs. */
    public List<String> answers(Scenario scenario) {
        List<String> lines = new ArrayList<>(shows(scenario));
        lines.add("");
        lines.add(expectations());
        scenario.expectations().forEach(expectation -> lines.addAll(expectations.open(expectation)));
        return lines;
    }

    /** What it has shown. */
    public List<String> shows(Scenario scenario) {
        List<String> lines =
                new ArrayList<>(section(Phrase.SHOWS, scenario.explanation().shows()));
        lines.addAll(code(Phrase.FIX, scenario.sample().fixed()));
        return lines;
    }

    /** The heading of a step. */
    public String step(String id) {
        return palette.paint(Ink.STRONG, say(Phrase.STEP) + " ") + palette.paint(Ink.NAME, id);
    }

    /** The heading of what follows when all steps are done. */
    public String expectations() {
        return palette.paint(Ink.STRONG, say(Phrase.EXPECTATIONS));
    }

    /** A step without figures. */
    public List<String> broken(StepBroken step) {
        String sentence = "%s %s %s: %s"
                .formatted(
                        say(Phrase.STEP),
                        step.step(),
                        say(Phrase.BROKE),
                        step.error().message());
        return Prose.wrap(palette.paint(Ink.BAD, "✗ ") + sentence, width, INDENT);
    }

    /** Whether it held, and why. */
    public List<String> judged(Judged judged) {
        return expectations.judged(judged);
    }

    /** All figures of a step. */
    public List<String> figures(String step, Map<String, Map<String, Object>> lanes) {
        return lanes.isEmpty() ? List.of() : expectations.figures(step, lanes);
    }

    /** The guesses at a question beside what came out. */
    public List<String> revealed(Question question, List<Guess> all, Answer answer) {
        return guesses.revealed(question, all, answer);
    }

    /** The heading of what was guessed. */
    public String guesses() {
        return palette.paint(Ink.STRONG, say(Phrase.GUESSES));
    }

    /** How it ended. */
    public List<String> ending(ScenarioFinished finished) {
        String figures = "%d %s %d, %s"
                .formatted(
                        finished.held(),
                        say(Phrase.OF),
                        finished.all(),
                        VerdictWording.in(language).time(finished.atNanos()));
        if (finished.undecided() > 0) {
            figures += " (%s: %d)".formatted(say(Phrase.NOT_JUDGED), finished.undecided());
        }
        return Prose.wrap(
                palette.paint(
                                ScenarioSummary.ink(finished.outcome()),
                                say(finished.outcome().phrase())) + ": " + figures,
                width,
                INDENT);
    }

    private String say(Phrase phrase) {
        return phrase.in(language);
    }

    private List<String> section(Phrase heading, Text text) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(Ink.STRONG, say(heading)));
        for (String paragraph : text.paragraphs(language)) {
            if (lines.size() > 1) {
                lines.add("");
            }
            Prose.wrap(paragraph, Math.min(width, MOST_PROSE) - INDENT.length(), "")
                    .forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }

    private List<String> indented(String text) {
        return Prose.wrap(text, width - INDENT.length(), INDENT).stream()
                .map(line -> INDENT + line)
                .toList();
    }

    private static Phrase kind(Action action) {
        return switch (action) {
            case Action.Runs ignored -> Phrase.RUN;
            case Action.Compares ignored -> Phrase.COMPARE;
            case Action.Explains ignored -> Phrase.EXPLAIN;
        };
    }

    private static boolean isPlaced(Step step) {
        return step.full() instanceof Action.Compares compares
                && compares.request().placements() != null;
    }

    private static Optional<Load> load(Action action) {
        return Optional.ofNullable(
                switch (action) {
                    case Action.Runs runs -> runs.requests().get(0).load();
                    case Action.Compares compares -> compares.request().load();
                    case Action.Explains explains -> explains.request().load();
                });
    }

    private static String parameters(Action action) {
        Map<String, Object> parameters = switch (action) {
            case Action.Runs runs -> runs.requests().get(0).parameters();
            case Action.Compares compares -> compares.request().parameters();
            case Action.Explains explains -> explains.request().parameters();
        };
        return parameters == null || parameters.isEmpty() ? "" : " " + Quantities.parameters(new TreeMap<>(parameters));
    }
}
