package io.fluxlab.lecture.assignment.check;

import java.util.Arrays;
import java.util.List;

/** Something is not as it should be: a key, and texts that belong into its sentence. */
public final class Unmet extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int LONGEST = 200;

    private final String key;
    private final transient List<String> texts;

    public Unmet(String key, Object... texts) {
        super(key + Arrays.toString(texts));
        this.key = key;
        this.texts = Arrays.stream(texts).map(Unmet::text).toList();
    }

    /** Throws where two values differ; the sentence is about what was called. */
    public static void unlessEqual(String call, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new Unmet("differs", call, expected, found);
        }
    }

    /** Throws with this key where it is not so. */
    public static void unless(boolean holds, String key, Object... texts) {
        if (!holds) {
            throw new Unmet(key, texts);
        }
    }

    public String key() {
        return key;
    }

    public List<String> texts() {
        return texts;
    }

    private static String text(Object value) {
        String text = String.valueOf(value);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}
