package io.fluxlab.cli.practice;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import java.util.ArrayList;
import java.util.List;

/** What became of a project, for a terminal. Immutable. */
public record CheckText(PracticeWords words, Palette palette, int width, int hints) {

    private static final String INDENT = "    ";

    /** Each point, and what is wrong with it. */
    public List<String> lines(Checked checked) {
        List<String> lines = new ArrayList<>();
        lines.add(palette.paint(
                Ink.STRONG, words.say("title." + checked.assignment().number())));
        lines.add("");
        if (!checked.errors().isEmpty()) {
            lines.add(palette.paint(Ink.BAD, words.say("errors")));
            checked.errors().forEach(error -> lines.add("  " + error));
            return lines;
        }
        checked.points().forEach(result -> lines.addAll(point(checked, result)));
        lines.add("");
        String count =
                words.say("count", "" + checked.count(), "" + checked.points().size());
        lines.add(palette.paint(checked.passed() ? Ink.GOOD : Ink.BAD, count));
        if (!checked.passed() && hints < PracticeWords.HINTS) {
            lines.add(words.say("more.hints", "" + (hints + 1)));
        }
        return lines;
    }

    private List<String> point(Checked checked, PointResult result) {
        String title = words.point(checked.assignment(), result.point());
        if (result.passed()) {
            return List.of(palette.paint(Ink.GOOD, "✓") + " " + title);
        }
        List<String> lines = new ArrayList<>(List.of(palette.paint(Ink.BAD, "✗") + " " + title));
        lines.addAll(indented(words.wrong(result)));
        for (String hint : words.hints(checked.assignment(), result.point(), hints)) {
            indented(words.say("hint", hint)).forEach(line -> lines.add(palette.paint(Ink.DOUBTFUL, line)));
        }
        return lines;
    }

    private List<String> indented(String text) {
        return Prose.wrap(text, width - INDENT.length(), "").stream()
                .map(line -> INDENT + line)
                .toList();
    }
}
