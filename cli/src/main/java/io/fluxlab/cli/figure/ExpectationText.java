package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.Expectation;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Text;
import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Seen;
import io.fluxlab.scenario.expression.Shown;
import io.fluxlab.scenario.run.ScenarioEvent.Judged;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Expectations in lines for a person. Immutable. */
final class ExpectationText {

    private static final String INDENT = "  ";
    private static final String DEEPER = "      ";
    private static final int LEAST_ROOM = 20;
    private static final int LONGEST_FIGURE = 60;

    private final Language language;
    private final Palette palette;
    private final int width;
    private final boolean details;

    ExpectationText(Language language, Palette palette, int width, boolean details) {
        this.language = language;
        this.palette = palette;
        this.width = width;
        this.details = details;
    }

    /** Before anything has run. */
    List<String> open(Expectation expectation) {
        List<String> lines = sentence("• ", expectation.proves(), Ink.PLAIN);
        if (!details) {
            return lines;
        }
        lines.addAll(condition(expectation.that().source()));
        Expression given = expectation.given();
        if (given != null) {
            lines.addAll(condition(Phrase.PROVIDED.in(language) + " " + given.source()));
        }
        return lines;
    }

    /**
     * Whether it held, and the sentence with its numbers. With details, or where it did not hold, also the condition and
     * what was seen: where it did not hold, every part.
     */
    List<String> judged(Judged judged) {
        boolean isAsExpected = judged.held() || judged.undecided();
        if (isAsExpected && !details) {
            return sentence(mark(judged), new Text(judged.proves()), Ink.PLAIN, remark(judged));
        }
        List<String> lines = sentence(mark(judged), new Text(judged.proves()), isAsExpected ? Ink.PLAIN : Ink.STRONG);
        lines.addAll(condition(judged.that()));
        if (judged.undecided()) {
            lines.addAll(deeper(Phrase.GIVEN.in(language) + " " + judged.given(), Ink.DOUBTFUL));
        }
        judged.seen().stream()
                .filter(seen -> !judged.held() || !seen.inner())
                .forEach(seen -> lines.addAll(seen(seen)));
        String problem = judged.problem();
        if (problem != null) {
            lines.addAll(deeper(problem, Ink.BAD));
        }
        return lines;
    }

    private String mark(Judged judged) {
        return judged.held()
                ? palette.paint(Ink.GOOD, "✓ ")
                : judged.undecided() ? palette.paint(Ink.DOUBTFUL, "– ") : palette.paint(Ink.BAD, "✗ ");
    }

    /** The numbers that were seen, or that nothing could be judged. */
    private String remark(Judged judged) {
        if (judged.undecided()) {
            return " (" + Phrase.NOT_JUDGED.in(language) + ")";
        }
        String numbers = Shown.numbers(judged.seen(), LONGEST_FIGURE);
        return numbers.isEmpty() ? "" : " (" + numbers + ")";
    }

    private List<String> sentence(String mark, Text proves, Ink ink) {
        return sentence(mark, proves, ink, "");
    }

    private List<String> sentence(String mark, Text proves, Ink ink, String remark) {
        String told = mark + proves.in(language) + remark;
        return new ArrayList<>(Prose.wrap(told, width - INDENT.length(), INDENT).stream()
                .map(line -> INDENT
                        + (line.startsWith(mark)
                                ? mark + palette.paint(ink, line.substring(mark.length()))
                                : INDENT + palette.paint(ink, line.strip())))
                .toList());
    }

    private List<String> condition(String that) {
        return deeper(that.replaceAll("\\s+", " "), Ink.FAINT);
    }

    private List<String> deeper(String text, Ink ink) {
        return Prose.wrap(text, width - DEEPER.length(), INDENT).stream()
                .map(line -> DEEPER + palette.paint(ink, line))
                .toList();
    }

    /** The value beside its part, or below it where there is no room. */
    private List<String> seen(Seen seen) {
        int room = width - DEEPER.length() - seen.part().length() - 3;
        if (room >= LEAST_ROOM) {
            return List.of(DEEPER + seen.part() + " = " + palette.paint(Ink.STRONG, Shown.value(seen.value(), room)));
        }
        List<String> lines = new ArrayList<>(deeper(seen.part(), Ink.PLAIN));
        lines.add(DEEPER + INDENT + "= "
                + palette.paint(Ink.STRONG, Shown.value(seen.value(), width - DEEPER.length() - 4)));
        return lines;
    }

    /** All figures of a step: what stands behind expectations that did not hold. */
    List<String> figures(String step, Map<String, Map<String, Object>> lanes) {
        Map<String, Map<String, Object>> flat = new LinkedHashMap<>();
        lanes.forEach((lane, figures) -> flat.put(lane, flat(figures)));
        Set<String> names = new LinkedHashSet<>();
        flat.values().forEach(figures -> names.addAll(figures.keySet()));
        Table table = Table.of(
                Stream.concat(Stream.of(Column.left("")), flat.keySet().stream().map(Column::right))
                        .toArray(Column[]::new));
        names.forEach(name ->
                table.row(Stream.concat(Stream.of(name), flat.values().stream().map(figures -> figure(figures, name)))
                        .map(Cell::of)
                        .toArray(Cell[]::new)));
        List<String> lines = new ArrayList<>();
        lines.add(INDENT + palette.paint(Ink.FAINT, Phrase.FIGURES.in(language) + " ") + palette.paint(Ink.NAME, step));
        table.lines(palette).forEach(line -> lines.add(INDENT + INDENT + line));
        return lines;
    }

    /** Figures that are made of several, such as the bystander's, one by one. */
    private static Map<String, Object> flat(Map<String, Object> figures) {
        Map<String, Object> flat = new LinkedHashMap<>();
        figures.forEach((name, value) -> {
            if (value instanceof Map<?, ?> several) {
                Map<String, Object> parts = new LinkedHashMap<>();
                several.forEach((part, each) -> parts.put(name + "." + part, each));
                flat.putAll(flat(parts));
            } else {
                flat.put(name, value);
            }
        });
        return flat;
    }

    private static String figure(Map<String, Object> figures, String name) {
        Object value = figures.get(name);
        return value == null
                ? SpeedUps.UNKNOWN
                : value instanceof String word ? word : Shown.value(value, LONGEST_FIGURE);
    }
}
