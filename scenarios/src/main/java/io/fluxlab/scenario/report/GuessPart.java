package io.fluxlab.scenario.report;

import io.fluxlab.scenario.Phrase;
import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.expression.Shown;
import io.fluxlab.scenario.guess.Answer;
import io.fluxlab.scenario.guess.Guess;
import io.fluxlab.wording.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A question to a class, its guesses, and what came out, as the template of a page takes it. Immutable.
 *
 * @param asks the question
 * @param came what came out; empty where nothing can be said, or where one of the lines says it
 * @param problem why nothing can be said; empty where something can
 * @param lines the choices or the numbers, each with how many thought so
 */
record GuessPart(String asks, String came, String problem, List<Line> lines) {

    private static final int LONGEST_NUMBER = 12;

    /**
     * One choice, or one number that somebody thought of.
     *
     * @param right whether it is what came out, or near it
     * @param says the choice or the number
     * @param count how many thought so
     * @param share of those who thought of the most frequent one, in percent
     * @param who their names
     */
    record Line(boolean right, String says, int count, int share, String who) {}

    /** Those of a report at which somebody guessed. */
    static List<GuessPart> all(ScenarioReport report, Language language) {
        return report.revealed().stream()
                .filter(revealed -> !report.guesses(revealed.question()).isEmpty())
                .map(revealed -> of(
                        question(report, revealed.question()),
                        report.guesses(revealed.question()),
                        revealed.answer(),
                        language))
                .toList();
    }

    private static Question question(ScenarioReport report, String id) {
        return report.scenario().questions().stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static GuessPart of(Question question, List<Guess> guesses, Answer answer, Language language) {
        List<Line> lines = new ArrayList<>();
        String came = "";
        switch (question.form()) {
            case Question.Choices choices -> {
                int most = Math.max(
                        1,
                        choices(choices, guesses).stream()
                                .mapToInt(GuessPart::count)
                                .max()
                                .orElse(1));
                for (int i = 0; i < choices.all().size(); i++) {
                    List<Guess> here = choices(choices, guesses).get(i);
                    String says = Question.letter(i) + ") "
                            + choices.all().get(i).says().in(language);
                    boolean isRight = Integer.valueOf(i).equals(answer.choice());
                    lines.add(new Line(isRight, says, count(here), 100 * count(here) / most, names(here)));
                }
            }
            case Question.Amount amount -> {
                String unit = amount.unit().in(language).isEmpty()
                        ? ""
                        : " " + amount.unit().in(language);
                Double value = answer.value();
                came = value == null
                        ? ""
                        : Phrase.CAME_OUT.in(language) + ": " + Shown.value(value, LONGEST_NUMBER) + unit;
                int most = guesses.stream().mapToInt(Guess::count).max().orElse(1);
                guesses.forEach(guess -> lines.add(new Line(
                        answer.fits(question, guess),
                        Shown.value(Objects.requireNonNull(guess.value()), LONGEST_NUMBER) + unit,
                        guess.count(),
                        100 * guess.count() / most,
                        guess.who())));
            }
        }
        String problem = answer.problem() == null ? "" : Phrase.NOT_TOLD.in(language);
        return new GuessPart(question.asks().in(language), came, problem, List.copyOf(lines));
    }

    /** The guesses at each choice. */
    private static List<List<Guess>> choices(Question.Choices choices, List<Guess> guesses) {
        List<List<Guess>> all = new ArrayList<>();
        for (int i = 0; i < choices.all().size(); i++) {
            Integer choice = i;
            all.add(guesses.stream()
                    .filter(guess -> choice.equals(guess.choice()))
                    .toList());
        }
        return all;
    }

    private static int count(List<Guess> guesses) {
        return guesses.stream().mapToInt(Guess::count).sum();
    }

    private static String names(List<Guess> guesses) {
        return guesses.stream().map(Guess::who).filter(who -> !who.isEmpty()).collect(Collectors.joining(", "));
    }
}
