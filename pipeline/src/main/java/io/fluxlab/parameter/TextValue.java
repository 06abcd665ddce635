package io.fluxlab.parameter;

import java.math.BigDecimal;
import java.util.Locale;

/**
 * Texts that stand for values of another type, as query strings and forms give them: {@code "3"}, {@code "1.5"},
 * {@code "true"}. What stands for nothing stays the text it is. Stateless.
 */
final class TextValue {

    /** A number that is written with more characters is none that anybody meant, and costs time to read. */
    private static final int MOST_CHARACTERS = 64;

    private TextValue() {}

    /** The number that a text stands for, in decimal digits. */
    static Object number(Object value) {
        if (!(value instanceof String text) || text.length() > MOST_CHARACTERS) {
            return value;
        }
        try {
            return new BigDecimal(text.strip());
        } catch (NumberFormatException e) {
            return value;
        }
    }

    /** What {@code true} or {@code false} stands for, in letters of either case. */
    static Object truth(Object value) {
        if (!(value instanceof String text)) {
            return value;
        }
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> value;
        };
    }
}
