package io.fluxlab.scenario.guess;

import io.fluxlab.scenario.Question;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What was guessed at one question, held against what came out. Immutable.
 *
 * @param lines one for each choice, in their order, or for each guess where a number was asked for
 * @param most how many guessed the most frequent one; 0 where nobody did
 */
public record Poll(List<Line> lines, int most) {

    public Poll {
        lines = List.copyOf(lines);
    }

    /**
     * A choice, or a number that was guessed. Immutable.
     *
     * @param right whether it is what came out, or near it
     * @param choice the index of the choice; null where it is a number
     * @param value the number; null where it is a choice
     * @param count how many guessed it
     * @param who the names of those who told theirs, with commas between them
     */
    public record Line(
            boolean right,
            @Nullable Integer choice,
            @Nullable Double value,
            int count,
            String who) {}

    /** The guesses at this question beside its answer. */
    public static Poll of(Question question, List<Guess> guesses, Answer answer) {
        List<Line> lines = question.choices() > 0
                ? IntStream.range(0, question.choices())
                        .mapToObj(choice -> line(choice, guesses, answer))
                        .toList()
                : guesses.stream()
                        .map(guess ->
                                new Line(answer.fits(question, guess), null, guess.value(), guess.count(), guess.who()))
                        .toList();
        return new Poll(lines, lines.stream().mapToInt(Line::count).max().orElse(0));
    }

    private static Line line(Integer choice, List<Guess> guesses, Answer answer) {
        List<Guess> here =
                guesses.stream().filter(guess -> choice.equals(guess.choice())).toList();
        return new Line(
                choice.equals(answer.choice()),
                choice,
                null,
                here.stream().mapToInt(Guess::count).sum(),
                String.join(
                        ", ",
                        here.stream()
                                .map(Guess::who)
                                .filter(who -> !who.isEmpty())
                                .toList()));
    }
}
