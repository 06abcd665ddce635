package io.fluxlab.scenario.original;

import io.fluxlab.wording.Language;
import java.util.List;

/**
 * What CPython printed. Immutable.
 *
 * @param made by which version, on which machine and when, and how the program ended
 * @param lines what it printed; a program that prints for ever has its first lines here
 */
public record Recording(String made, List<String> lines) {

    private static final String HEAD = "# ";

    public Recording {
        lines = List.copyOf(lines);
    }

    /** By which version, on which machine and when, and how the program ended, in words of this language. */
    public String made(Language language) {
        return switch (language) {
            case EN -> made;
            case RU ->
                made.replaceFirst("(\\d+) CPUs", "ЦП: $1")
                        .replaceFirst("exit status (-?\\d+)", "код завершения $1")
                        .replaceFirst(
                                "does not end, ended after (\\d+) s", "сама не завершается, остановлена через $1 с")
                        .replaceFirst(" s$", " с");
        };
    }

    /** Reads what {@code scenarios/originals/record} has written. */
    static Recording parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).startsWith(HEAD)) {
            throw new IllegalArgumentException("a recording must begin with its version and machine, was " + lines);
        }
        return new Recording(lines.get(0).substring(HEAD.length()), lines.subList(1, lines.size()));
    }
}
