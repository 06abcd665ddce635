package io.fluxlab.cli.console;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Breaks sentences into lines. */
public final class Prose {

    private static final Pattern ESCAPE = Pattern.compile("\u001b\\[[0-9;]*m");

    private Prose() {}

    /** Lines of at most {@code width} visible characters, the second and later ones indented; words are never cut. */
    public static List<String> wrap(String text, int width, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ", -1)) {
            if (!line.isEmpty() && visible(line) + 1 + visible(word) > width) {
                lines.add(line.toString());
                line = new StringBuilder(indent).append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static int visible(CharSequence text) {
        return Width.of(ESCAPE.matcher(text).replaceAll(""));
    }
}
