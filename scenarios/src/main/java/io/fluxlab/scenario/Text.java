package io.fluxlab.scenario;

import com.fasterxml.jackson.annotation.JsonValue;
import io.fluxlab.wording.Language;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Some words in one language or more. Immutable. */
public record Text(@JsonValue Map<Language, String> words) {

    public Text {
        if (words.isEmpty()) {
            throw new IllegalArgumentException("a text must be in at least 1 language, was in none");
        }
        words = Collections.unmodifiableMap(new EnumMap<>(words));
    }

    /** Words that every language has: names, for instance. */
    public static Text of(String words) {
        Map<Language, String> all = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            all.put(language, words);
        }
        return new Text(all);
    }

    /** The words in this language, or in another one that there is. */
    public String in(Language language) {
        String wanted = words.get(language);
        return wanted != null ? wanted : words.values().iterator().next();
    }

    /** The words in this language, paragraph by paragraph; none where there are no words. */
    public List<String> paragraphs(Language language) {
        String words = in(language);
        return words.isEmpty() ? List.of() : List.of(words.split("\n\n", -1));
    }
}
