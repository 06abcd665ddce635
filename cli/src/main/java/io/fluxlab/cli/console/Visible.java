package io.fluxlab.cli.console;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes characters that steer a terminal visible. Notes, labels, names and messages come from other people, who could move the cursor,
 * forge lines, or turn the direction of a text with them. Stateless.
 */
public final class Visible {

    /** Control characters but the tab, separators of lines, and what sets the direction of a text. */
    private static final String STEERS =
            "[\\p{Cc}&&[^\\t]]|[\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u2069\\ufeff]";

    private static final Pattern STEERING = Pattern.compile(STEERS);

    /** A colour of the palette, which is left as it is, or else a character that steers. */
    private static final Pattern COLOUR_OR_STEERING = Pattern.compile(Palette.PATTERN + "|" + STEERS);

    private Visible() {}

    /** A text in which each such character is written by its number, as in Java. */
    public static String of(String text) {
        return STEERING.matcher(text).replaceAll(found -> Matcher.quoteReplacement(escaped(found.group())));
    }

    /** As {@link #of}, for a line that has colours of the palette, which stay. */
    public static String ofPainted(String line) {
        return COLOUR_OR_STEERING.matcher(line).replaceAll(found -> {
            String text = found.group();
            return Matcher.quoteReplacement(text.length() == 1 ? escaped(text) : text);
        });
    }

    private static String escaped(String character) {
        return "\\u%04X".formatted((int) character.charAt(0));
    }
}
