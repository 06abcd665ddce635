package io.fluxlab.cli.practice;

import io.fluxlab.lecture.assignment.Assignment;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.Words;
import java.util.ArrayList;
import java.util.List;

/** What is said about an assignment, in one language. Immutable; thread-safe. */
public final class PracticeWords {

    /** How many hints each point has. */
    public static final int HINTS = 3;

    private final Words words;

    private PracticeWords(Words words) {
        this.words = words;
    }

    /** The words in a language. */
    public static PracticeWords in(Language language) {
        return new PracticeWords(new Words("io.fluxlab.cli.practice.words", language));
    }

    /** A sentence. */
    public String say(String key, Object... texts) {
        return words.say(key, texts);
    }

    /** What is checked. */
    String point(Assignment assignment, String point) {
        return say(key(assignment, point));
    }

    /** What is wrong. */
    String wrong(PointResult result) {
        String key = "wrong." + result.key();
        boolean nowhere = (result.key().equals("hangs") || result.key().equals("threw"))
                && result.texts().get(result.texts().size() - 1).isEmpty();
        return words.say(nowhere ? key + ".nowhere" : key, result.texts().toArray());
    }

    /** The hints of a point up to this one, from 1 on: each says more. */
    List<String> hints(Assignment assignment, String point, int upTo) {
        List<String> hints = new ArrayList<>();
        for (int hint = 1; hint <= Math.min(upTo, HINTS); hint++) {
            hints.add(say(key(assignment, point) + ".hint." + hint));
        }
        return hints;
    }

    private static String key(Assignment assignment, String point) {
        return point.equals(Assignment.STATE) ? point : assignment.number() + "." + point;
    }
}
