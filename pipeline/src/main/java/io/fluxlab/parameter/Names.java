package io.fluxlab.parameter;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** The nearest name to a misspelt one. Thread-safe. */
public final class Names {

    /** What {@link LevenshteinDistance} answers beyond its bound. */
    private static final int TOO_MANY = -1;

    /** Characters of a name or value in a message; also, no name that is longer is near another. */
    static final int MOST_SHOWN = 60;

    private static final int MOST_KNOWN = 100;

    private Names() {}

    /** The known name that takes the fewest edits to reach, where that is at most a third of the letters (at least 2). */
    public static Optional<String> nearest(String given, Collection<String> known) {
        if (given.length() > MOST_SHOWN) {
            return Optional.empty(); // what it costs to compare grows with the product of the lengths
        }
        String wanted = given.toLowerCase(Locale.ROOT);
        int most = Math.max(2, given.length() / 3);
        return known.stream()
                .filter(name -> name.length() <= MOST_SHOWN)
                .filter(name -> edits(wanted, name, most) != TOO_MANY)
                .min(Comparator.comparingInt(name -> edits(wanted, name, most)));
    }

    /** {@code ; did you mean x?} where a known name is near, {@code ; known are x, y} where none is. */
    public static String hint(String given, Collection<String> known) {
        return nearest(given, known)
                .map(name -> "; did you mean " + name + "?")
                .orElseGet(() -> known.isEmpty() ? "; it takes none" : "; known are " + listed(known));
    }

    private static String listed(Collection<String> known) {
        String first = known.stream().limit(MOST_KNOWN).map(Names::shortened).collect(Collectors.joining(", "));
        return known.size() <= MOST_KNOWN ? first : first + " and " + (known.size() - MOST_KNOWN) + " more";
    }

    /** What was given, as a message shows it: by its beginning where it is long. */
    public static String shortened(String given) {
        return given.length() <= MOST_SHOWN ? given : given.substring(0, MOST_SHOWN - 3) + "...";
    }

    /** Gives up beyond what would do. */
    private static int edits(String wanted, String name, int most) {
        int bound = Math.min(most, name.length() - 1);
        return new LevenshteinDistance(Math.max(0, bound)).apply(wanted, name.toLowerCase(Locale.ROOT));
    }
}
