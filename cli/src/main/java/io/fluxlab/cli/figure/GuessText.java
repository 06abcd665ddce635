package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.cli.console.Table.Cell;
import io.fluxlab.cli.console.Table.Column;
import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.expression.Shown;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Questions to a class, and its guesses beside what came out, in lines for a person. Immutable. */
public final class GuessText {

    private static final String INDENT = "  ";
    private static final int LONGEST_BAR = 24;
    private static final int LONGEST_NUMBER = 12;

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
        if (question.form() instanceof Question.Choices choices) {
            for (int i = 0; i < choices.all().size(); i++) {
                lines.addAll(deeper(answer(choices, i)));
            }
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
        lines.addAll(
                switch (question.form()) {
                    case Question.Choices choices -> chosen(choices, guesses, answer);
                    case Question.Amount amount -> counted(question, amount, guesses, answer);
                });
        return lines;
    }

    private List<String> asked(Question question) {
        return Prose.wrap(question.asks().in(language), width - INDENT.length(), "").stream()
                .map(line -> INDENT + palette.paint(Ink.STRONG, line))
                .toList();
    }

    private List<String> chosen(Question.Choices choices, List<Guess> guesses, Answer answer) {
        int most = 0;
        List<Integer> counts = new ArrayList<>();
        for (int i = 0; i < choices.all().size(); i++) {
            int choice = i;
            int count = guesses.stream()
                    .filter(guess -> Integer.valueOf(choice).equals(guess.choice()))
                    .mapToInt(Guess::count)
                    .sum();
            counts.add(count);
            most = Math.max(most, count);
        }
        Table table = Table.of(Column.left(""), Column.left(""), Column.left(""), Column.right(""), Column.left(""));
        for (int i = 0; i < choices.all().size(); i++) {
            boolean isRight = Integer.valueOf(i).equals(answer.choice());
            int choice = i;
            table.row(
                    new Cell(Ink.GOOD, isRight ? "✓" : " "),
                    new Cell(isRight ? Ink.STRONG : Ink.PLAIN, answer(choices, i)),
                    new Cell(isRight ? Ink.GOOD : Ink.FAINT, bar(counts.get(i), most)),
                    Cell.of(counts.get(i) == 0 ? "" : Quantities.count(counts.get(i))),
                    Cell.of(guesses.stream()
                            .filter(guess -> Integer.valueOf(choice).equals(guess.choice()))
                            .map(Guess::who)
                            .filter(who -> !who.isEmpty())
                            .collect(Collectors.joining(", "))));
        }
        List<String> lines = new ArrayList<>(body(table));
        remark(guesses, answer).forEach(lines::add);
        return lines;
    }

    private List<String> counted(Question question, Question.Amount amount, List<Guess> guesses, Answer answer) {
        List<String> lines = new ArrayList<>();
        Double value = answer.value();
        if (value != null) {
            lines.addAll(deeper(
                    Phrase.CAME_OUT.in(language) + ": " + palette.paint(Ink.STRONG, number(value) + unit(amount))));
        }
        Table table = Table.of(Column.left(""), Column.right(""), Column.right(""), Column.left(""));
        guesses.forEach(guess -> table.row(
                answer.fits(question, guess) ? new Cell(Ink.GOOD, "✓") : new Cell(Ink.FAINT, "✗"),
                Cell.of(number(guess.value()) + unit(amount)),
                Cell.of(guess.count() == 1 ? "" : "× " + Quantities.count(guess.count())),
                Cell.of(guess.who())));
        lines.addAll(body(table));
        remark(guesses, answer).forEach(lines::add);
        return lines;
    }

    private List<String> remark(List<Guess> guesses, Answer answer) {
        List<String> lines = new ArrayList<>();
        if (answer.problem() != null) {
            lines.addAll(deeper(palette.paint(Ink.DOUBTFUL, Phrase.NOT_TOLD.in(language))));
        }
        if (guesses.isEmpty()) {
            lines.addAll(deeper(palette.paint(Ink.FAINT, Phrase.NOBODY_GUESSED.in(language))));
        }
        return lines;
    }

    /** A table's rows without its empty headings. */
    private List<String> body(Table table) {
        return table.lines(palette).stream()
                .skip(1)
                .map(line -> INDENT + INDENT + line)
                .toList();
    }

    private String answer(Question.Choices choices, int choice) {
        return Question.letter(choice) + ") " + choices.all().get(choice).says().in(language);
    }

    private List<String> deeper(String text) {
        return Prose.wrap(text, width - 2 * INDENT.length(), INDENT).stream()
                .map(line -> INDENT + INDENT + line)
                .toList();
    }

    private String unit(Question.Amount amount) {
        String unit = amount.unit().in(language);
        return unit.isEmpty() ? "" : " " + unit;
    }

    private static String bar(int count, int most) {
        return most == 0 ? "" : "█".repeat((int) Math.ceil((double) count * LONGEST_BAR / Math.max(most, LONGEST_BAR)));
    }

    private static String number(@Nullable Double value) {
        return value == null ? SpeedUps.UNKNOWN : Shown.value(value, LONGEST_NUMBER);
    }
}
