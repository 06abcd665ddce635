package io.fluxlab.parameter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The nearest name to a misspelt one. Thread-safe. */
public final class Names {

    /** What {@link LevenshteinDistance} answers beyond its bound. */
    private static final int TOO_MANY = -1;

    private static final int MOST_SHOWN = 60;

    private Names() {}

    /** The known name that takes the fewest edits to reach, where that is at most a third of the letters (at least 2). */
    public static Optional<String> nearest(String given, Collection<String> known) {
        String wanted = given.toLowerCase(Locale.ROOT);
        int most = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(name -> edits(wanted, name, most) != TOO_MANY)
                .min(Comparator.comparingInt(name -> edits(wanted, name, most)));
    }

    /** {@code ; did you mean x?} where a known name is near, {@code ; known are x, y} where none is. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> known.isEmpty() ? "; it takes none" : "; known are " + String.join(", ", known));
    }

    /** What was given, as a message shows it: by its beginning where it is long. */
    public static String shortened(String given) {
        return given.length() <= MOST_SHOWN ? given : given.substring(0, MOST_SHOWN - 3) + "...";
    }

    /** Gives up beyond what would do: a name that was given may be as long as a request. */
    private static int edits(String wanted, String name, int most) {
        int bound = Math.min(most, name.length() - 1);
        return new LevenshteinDistance(Math.max(0, bound)).apply(wanted, name.toLowerCase(Locale.ROOT));
    }
}
