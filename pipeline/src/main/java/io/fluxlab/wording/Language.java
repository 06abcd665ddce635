package io.fluxlab.wording;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** The languages in which a lab explains itself. */
public enum Language {
    /** English. */
    EN,
    /** Russian. */
    RU;

    /** Its code, as in RFC 5646. */
    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The language of these environment variables, as POSIX ranks them: {@code LC_ALL}, {@code LC_MESSAGES},
     * {@code LANG}. English where they name none of these.
     */
    public static Language of(Map<String, String> environment) {
        String locale = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
        return locale.toLowerCase(Locale.ROOT).matches("ru([_.@-].*)?") ? RU : EN;
    }
}
