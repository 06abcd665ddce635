package io.fluxlab.scenario;

import io.fluxlab.scenario.expression.Expression;
import io.fluxlab.scenario.expression.Mention;
import io.fluxlab.scenario.expression.Shown;
import io.fluxlab.wording.Language;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a class is asked before a scenario runs. Immutable.
 *
 * @param id the name by which a guess finds it
 * @param asks the question
 * @param form what a guess at it looks like, and what came out
 */
public record Question(String id, Text asks, Form form) {

    /** How a question is answered. Immutable. */
    public sealed interface Form {

        /** The conditions and the number that say what came out. */
        List<Expression> expressions();
    }

    /** One of several. */
    public record Choices(List<Choice> all) implements Form {

        public Choices {
            if (all.size() < 2 || all.size() > MOST_CHOICES) {
                throw new IllegalArgumentException(
                        "choices must be from 2 to %d, were %d".formatted(MOST_CHOICES, all.size()));
            }
            all = List.copyOf(all);
        }

        @Override
        public List<Expression> expressions() {
            return all.stream().map(Choice::when).toList();
        }
    }

    /**
     * One of several answers.
     *
     * @param says the answer
     * @param when whether it is what came out
     */
    public record Choice(Text says, Expression when) {}

    /**
     * A number.
     *
     * @param value what came out
     * @param unit what it counts; empty for a bare number
     * @param within a guess is near where it is off by at most this part of what came out
     */
    public record Amount(Expression value, Text unit, double within) implements Form {

        public Amount {
            if (within <= 0 || within > 1) {
                throw new IllegalArgumentException("within must be above 0 and at most 1, was " + within);
            }
        }

        @Override
        public List<Expression> expressions() {
            return List.of(value);
        }
    }

    private static final int LONGEST_NUMBER = 12;
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /** As many as there are letters to call them by. */
    public static final int MOST_CHOICES = 26;

    /** The figures that it names. */
    public List<Mention> mentions() {
        return form.expressions().stream()
                .flatMap(expression -> expression.mentions().stream())
                .toList();
    }

    /** The letter by which a choice is called: {@code a} for the first. */
    public static char letter(int choice) {
        return (char) ('a' + choice);
    }

    /** A choice, or a number that was guessed or came out, for a person. */
    public String told(@Nullable Integer choice, @Nullable Double value, Language language) {
        if (form instanceof Choices choices && choice != null) {
            return letter(choice) + ") " + choices.all().get(choice).says().in(language);
        }
        if (form instanceof Amount amount && value != null) {
            String shown = Shown.value(value, LONGEST_NUMBER);
            return (shown + " " + counted(shown, amount.unit().in(language), language)).strip();
        }
        return "";
    }

    /** The unit as it is behind a number that is shown rounded: 2.9999 is shown as 3. */
    private static String counted(String shown, String unit, Language language) {
        return switch (language) {
            case EN -> unit;
            case RU -> NUMBER.matcher(shown).matches() ? RussianCount.of(shown, unit) : unit;
        };
    }

    /** How many choices there are; none where a number is asked for. */
    public int choices() {
        return form instanceof Choices choices ? choices.all().size() : 0;
    }
}
