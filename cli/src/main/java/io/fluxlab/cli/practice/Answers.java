package io.fluxlab.cli.practice;

import java.util.List;

/** The questions of {@code answers.md}: lines that end in a colon, each answered behind it or below it. */
final class Answers {

    private Answers() {}

    /** How many of the questions have an answer. */
    static long answered(String text, String template) {
        List<String> lines = text.lines().map(String::strip).toList();
        List<String> marks = template.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("#") || line.endsWith(":"))
                .toList();
        long answered = 0;
        boolean asked = false;
        for (String line : lines) {
            String question =
                    marks.stream().filter(line::startsWith).findFirst().orElse("");
            if (question.isEmpty()) {
                answered += asked && !line.isEmpty() ? 1 : 0;
                asked = asked && line.isEmpty();
            } else {
                boolean here = question.endsWith(":") && line.length() > question.length();
                answered += here ? 1 : 0;
                asked = question.endsWith(":") && !here;
            }
        }
        return answered;
    }

    /** How many questions there are. */
    static long questions(String template) {
        return template.lines().filter(line -> line.strip().endsWith(":")).count();
    }
}
