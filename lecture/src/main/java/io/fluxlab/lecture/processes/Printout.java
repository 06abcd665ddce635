package io.fluxlab.lecture.processes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A file that several processes print to, as to one screen. Each line is printed in two writes, the first thing and the
 * last that a process does with it, so that the text itself shows whether another one was at it meanwhile. Immutable.
 *
 * @param file what is printed to
 */
record Printout(Path file) {

    private static final String BEGINNING = "Process number ";
    private static final Pattern WHOLE = Pattern.compile(BEGINNING + "\\d+");

    /** Prints the first part of a line. */
    void begin() throws IOException {
        append(BEGINNING);
    }

    /** Prints the rest of it. */
    void end(int number) throws IOException {
        append(number + "\n");
    }

    /** A write at the end of the file, wherever that is by then, which the operating system does as a whole. */
    private void append(String text) throws IOException {
        Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** What was printed. */
    Reading read() throws IOException {
        return Reading.of(Files.readString(file));
    }

    /**
     * What a printout shows.
     *
     * @param lines the lines that have an end
     * @param torn those of them that are not as one process alone prints them
     * @param mostInside how many processes had begun a line and not ended it, at most
     * @param unfinished whether the last line has no end
     */
    record Reading(List<String> lines, List<String> torn, int mostInside, boolean unfinished) {

        static Reading of(String text) {
            List<String> lines = text.lines().toList();
            boolean unfinished = !text.isEmpty() && !text.endsWith("\n");
            List<String> ended = unfinished ? lines.subList(0, lines.size() - 1) : lines;
            List<String> torn = ended.stream()
                    .filter(line -> !WHOLE.matcher(line).matches())
                    .toList();
            return new Reading(List.copyOf(ended), torn, mostInside(text), unfinished);
        }

        private static int mostInside(String text) {
            int most = 0;
            int inside = 0;
            for (int at = 0; at < text.length(); at++) {
                if (text.startsWith(BEGINNING, at)) {
                    inside++;
                    most = Math.max(most, inside);
                } else if (text.charAt(at) == '\n') {
                    inside--;
                }
            }
            return most;
        }
    }
}
