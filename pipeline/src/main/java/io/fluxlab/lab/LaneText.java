package io.fluxlab.lab;

import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.parameter.Names;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A lane as a request names it: {@code gil}, {@code gil:switchMillis=20:threads=virtual}, or with commas,
 * {@code bounded-elastic:threads=16,queue=100}. Immutable.
 *
 * @param name the lane's name
 * @param settings numbers, truths and texts by their names, in the order in which they were given
 */
public record LaneText(String name, Map<String, Object> settings) {

    /** A text is read no further than this: the digits of a number cost the square of their number. */
    private static final int MOST_CHARACTERS = 500;

    private static final Pattern SEPARATOR = Pattern.compile("[:,]");

    public LaneText {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Reads the text.
     *
     * @throws InvalidRequestException where what follows the name is no {@code :name=value} or {@code ,name=value}, or where it is all too long
     */
    public static LaneText parse(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw wrong(
                    text,
                    "a lane must be named in at most %d characters, was %s of %d"
                            .formatted(MOST_CHARACTERS, Names.shortened(text), text.length()));
        }
        int colon = text.indexOf(':');
        String[] parts = colon < 0 ? new String[0] : SEPARATOR.split(text.substring(colon + 1), -1);
        Map<String, Object> settings = new LinkedHashMap<>();
        for (String part : parts) {
            int equals = part.indexOf('=');
            if (equals < 1 || equals == part.length() - 1) {
                throw wrong(text, "a setting must be name=value, was \"" + Names.shortened(part) + "\"");
            }
            String name = part.substring(0, equals);
            if (settings.put(name, value(part.substring(equals + 1))) != null) {
                throw wrong(text, Names.shortened(name) + " is there twice");
            }
        }
        return new LaneText(colon < 0 ? text : text.substring(0, colon), settings);
    }

    private static Object value(String text) {
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            return text;
        }
    }

    private static InvalidRequestException wrong(String text, String message) {
        return InvalidRequestException.of("settings", text, message);
    }
}
