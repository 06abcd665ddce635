package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.scenario.guess.Poll;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;

/** Questions to a class, and its guesses beside what came out, in lines for a person. Immutable. */
public final class GuessText {

    private static final String INDENT = "  ";
    private static final int LONGEST_BAR = 24;

    private final Language language;
    private final Palette palette;
    private final int width;

    public GuessText(Language language, Palette palette, int width) {
        this.language = language;
        this.palette = palette;
        this.width = width;
    }

    /** What is asked, and what can be answered. */
    public List<String> question(Question question) {
        List<String> lines = new ArrayList<>(asked(question));
        for (int i = 0; i < question.choices(); i++) {
            lines.addAll(deeper(question.told(i, null, language)));
        }
        return lines;
    }

    /** How to answer. */
    public String hint(Question question) {
        Phrase phrase = question.choices() > 0 ? Phrase.HOW_TO_CHOOSE : Phrase.HOW_TO_COUNT;
        return INDENT + palette.paint(Ink.FAINT, phrase.in(language));
    }

    /** The guesses beside what came out. */
    public List<String> revealed(Question question, List<Guess> guesses, Answer answer) {
        List<String> lines = new ArrayList<>(asked(question));
        String came = question.told(null, answer.value(), language);
        if (!came.isEmpty()) {
            lines.addAll(deeper(Phrase.CAME_OUT.in(language) + ": " + palette.paint(Ink.STRONG, came)));
        }
        lines.addAll(lines(question, Poll.of(question, guesses, answer)));
        if (answer.problem() != null) {
            lines.addAll(deeper(palette.paint(Ink.DOUBTFUL, Phrase.NOT_TOLD.in(language))));
        }
        if (guesses.isEmpty()) {
            lines.addAll(deeper(palette.paint(Ink.FAINT, Phrase.NOBODY_GUESSED.in(language))));
        }
        return lines;
    }

    private List<String> lines(Question question, Poll poll) {
        Table table = Table.of(Column.left(""), Column.left(""), Column.left(""), Column.right(""), Column.left(""));
        poll.lines()
                .forEach(line -> table.row(
                        new Cell(Ink.GOOD, line.right() ? "✓" : ""),
                        new Cell(
                                line.right() ? Ink.STRONG : Ink.PLAIN,
                                question.told(line.choice(), line.value(), language)),
                        new Cell(line.right() ? Ink.GOOD : Ink.FAINT, bar(line.count(), poll.most())),
                        Cell.of(line.count() == 0 ? "" : Quantities.count(line.count())),
                        Cell.of(line.who())));
        return table.lines(palette).stream()
                .skip(1) // headings there are none
                .map(line -> INDENT + INDENT + line)
                .toList();
    }

    private List<String> asked(Question question) {
        return Prose.wrap(question.asks().in(language), width - INDENT.length(), "").stream()
                .map(line -> INDENT + palette.paint(Ink.STRONG, line))
                .toList();
    }

    private List<String> deeper(String text) {
        return Prose.wrap(text, width - 2 * INDENT.length(), INDENT).stream()
                .map(line -> INDENT + INDENT + line)
                .toList();
    }

    private static String bar(int count, int most) {
        return "█".repeat((int) Math.ceil((double) count * LONGEST_BAR / Math.max(most, LONGEST_BAR)));
    }
}
