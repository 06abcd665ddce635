package io.fluxlab.scenario.guess;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody, or several, think will come out. Immutable.
 *
 * @param who their name; empty where it is not told
 * @param choice the index of the choice; null where it is a number
 * @param value the number; null where it is a choice
 * @param count how many think so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Guess(
        String who, @Nullable Integer choice, @Nullable Double value, int count) {

    public Guess {
        if ((choice == null) == (value == null)) {
            throw new IllegalArgumentException("a guess must be a choice or a number");
        }
        if (count < 1) {
            throw new IllegalArgumentException("count must be at least 1, was " + count);
        }
    }

    /** The guesses of two lists, one after the other. */
    public static List<Guess> both(List<Guess> some, List<Guess> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
