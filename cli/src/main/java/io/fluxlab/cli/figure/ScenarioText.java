package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.measure.Durations;
import io.fluxlab.scenario.Form;
import io.fluxlab.scenario.Language;
import io.fluxlab.scenario.Scenario;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Seen;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.scenario.run.ScenarioEvent.ScenarioFinished;
import io.fluxlab.scenario.run.ScenarioEvent.StepBroken;
import io.fluxlab.scenario.run.ScenarioEvent.StepStarted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** A scenario in lines for a person, in one language and of one width. Immutable. */
public final class ScenarioText {

    private static final String INDENT = "  ";
    private static final String DEEPER = "      ";
    private static final int MOST_PROSE = 100;

    private final Language language;
    private final Palette palette;
    private final int width;

    public ScenarioText(Language language, Palette palette, int width) {
        this.language = language;
        this.palette = palette;
        this.width = width;
    }

    /** What it is called, and what to think about before it runs. */
    public List<String> opening(Scenario scenario, Form form) {
        List<String> lines = new ArrayList<>();
        String quick = form == Form.QUICK ? " (" + Phrase.QUICK.in(language) + ")" : "";
        lines.add(palette.paint(Ink.NAME, scenario.name()) + "  "
                + palette.paint(Ink.STRONG, scenario.title().in(language)) + quick);
        if (!scenario.lecture().isEmpty()) {
            lines.add(palette.paint(Ink.FAINT, Phrase.LECTURE.in(language) + ": " + scenario.lecture()));
        }
        lines.add("");
        lines.addAll(section(Phrase.PREDICT, scenario.explanation().predict()));
        return lines;
    }

    /** What it has shown. */
    public List<String> shows(Scenario scenario) {
        return section(Phrase.SHOWS, scenario.explanation().shows());
    }

    /** The heading of a step. */
    public String heading(StepStarted step) {
        return palette.paint(Ink.STRONG, Phrase.STEP.in(language) + " ") + palette.paint(Ink.NAME, step.step());
    }

    /** The heading of what follows when all steps are done. */
    public String expectations() {
        return palette.paint(Ink.STRONG, Phrase.EXPECTATIONS.in(language));
    }

    /** A step without figures. */
    public List<String> broken(StepBroken step) {
        return Prose.wrap(
                palette.paint(Ink.BAD, "✗ ") + Phrase.STEP.in(language) + " " + step.step() + " "
                        + Phrase.BROKE.in(language) + ": " + step.error().message(),
                width,
                INDENT);
    }

    /** Whether it held, the sentence, the condition, and what was seen. */
    public List<String> judged(Judged judged) {
        List<String> lines = new ArrayList<>();
        String mark = judged.held() ? palette.paint(Ink.GOOD, "✓ ") : palette.paint(Ink.BAD, "✗ ");
        String proves = new Text(judged.proves()).in(language);
        lines.addAll(Prose.wrap(
                INDENT + mark + palette.paint(judged.held() ? Ink.PLAIN : Ink.STRONG, proves), width, "    "));
        Prose.wrap(judged.that(), width - DEEPER.length(), INDENT)
                .forEach(line -> lines.add(DEEPER + palette.paint(Ink.FAINT, line)));
        for (Seen seen : judged.seen()) {
            String part = seen.part() + " = ";
            int room = Math.max(20, width - DEEPER.length() - part.length());
            lines.add(DEEPER + part + palette.paint(Ink.STRONG, Shown.value(seen.value(), room)));
        }
        String problem = judged.problem();
        if (problem != null) {
            Prose.wrap(problem, width - DEEPER.length(), INDENT)
                    .forEach(line -> lines.add(DEEPER + palette.paint(Ink.BAD, line)));
        }
        judged.figures().forEach((step, lanes) -> lines.addAll(figures(step, lanes)));
        return lines;
    }

    /** How it ended. */
    public List<String> ending(ScenarioFinished finished) {
        int all = finished.held() + finished.failed();
        String sentence = (finished.passed() ? Phrase.ALL_HELD : Phrase.NOT_ALL_HELD).in(language);
        return Prose.wrap(
                palette.paint(finished.passed() ? Ink.GOOD : Ink.BAD, sentence)
                        + ": %d %s %d %s, %s"
                                .formatted(
                                        finished.held(),
                                        Phrase.OF.in(language),
                                        all,
                                        Phrase.HELD.in(language),
                                        Durations.readable(finished.atNanos())),
                width,
                INDENT);
    }

    private List<String> figures(String step, Map<String, Map<String, Object>> lanes) {
        TreeSet<String> names = new TreeSet<>();
        lanes.values().forEach(figures -> names.addAll(figures.keySet()));
        Table table = Table.of(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Column.left("")),
                        lanes.keySet().stream().map(Column::right))
                .toArray(Column[]::new));
        names.forEach(name -> table.row(java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(Cell.of(name)),
                        lanes.values().stream()
                                .map(figures ->
                                        Cell.of(figures.containsKey(name) ? Shown.value(figures.get(name), 60) : "–")))
                .toArray(Cell[]::new)));
        List<String> lines = new ArrayList<>();
        lines.add(DEEPER + palette.paint(Ink.FAINT, Phrase.FIGURES.in(language) + " " + step));
        table.lines(palette).forEach(line -> lines.add(DEEPER + line));
        return lines;
    }

    private List<String> section(Phrase heading, Text text) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(Ink.STRONG, heading.in(language)));
        for (String paragraph : text.in(language).split("\n\n")) {
            if (lines.size() > 1) {
                lines.add("");
            }
            Prose.wrap(paragraph, Math.min(width, MOST_PROSE) - INDENT.length(), "")
                    .forEach(line -> lines.add(INDENT + line));
        }
        return lines;
    }
}
