package io.fluxlab.scenario.guess;

import io.fluxlab.scenario.Question;
import io.fluxlab.scenario.expression.Judgement;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came out, for one question. Immutable.
 *
 * @param choice the index of the choice that came out; null where none did, or where a number was asked for
 * @param value the number that came out; null where a choice was asked for
 * @param problem why nothing can be said; null where something can
 */
public record Answer(
        @Nullable Integer choice,
        @Nullable Double value,
        @Nullable String problem) {

    /** What is typed in decimal digits has no exact binary form. */
    private static final double ROUNDING = 1e-9;

    /** Why nothing is known. */
    public static Answer unknown(String problem) {
        return new Answer(null, null, problem);
    }

    /** What these figures, figure to step to lane to value, say to a question. */
    public static Answer of(Question question, Map<String, ?> figures) {
        return switch (question.form()) {
            case Question.Choices choices -> chosen(choices.all(), figures);
            case Question.Amount amount -> {
                Judgement measured = amount.value().measure(figures);
                yield measured.value() == null
                        ? unknown(String.valueOf(measured.problem()))
                        : new Answer(null, measured.value(), null);
            }
        };
    }

    /** The first that holds: one whose figures are missing is not what came out. */
    private static Answer chosen(List<Question.Choice> choices, Map<String, ?> figures) {
        for (int i = 0; i < choices.size(); i++) {
            if (choices.get(i).when().judge(figures).held()) {
                return new Answer(i, null, null);
            }
        }
        return unknown("none of the answers came out");
    }

    /** Whether a guess is right, or near enough; false where nothing can be said. */
    public boolean fits(Question question, Guess guess) {
        Double came = value;
        Double guessed = guess.value();
        if (question.form() instanceof Question.Amount amount && came != null && guessed != null) {
            return Math.abs(guessed - came) <= amount.within() * Math.abs(came) * (1 + ROUNDING);
        }
        return choice != null && choice.equals(guess.choice());
    }
}
