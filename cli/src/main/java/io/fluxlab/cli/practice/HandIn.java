package io.fluxlab.cli.practice;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** The report that a student hands in, in Markdown. Immutable. */
public record HandIn(PracticeWords words, Instant at, String answers) {

    /** The whole text. */
    public String text(Checked checked) {
        List<String> lines = new ArrayList<>();
        lines.add("# " + words.say("title." + checked.assignment().number()));
        lines.add("");
        lines.add("- " + words.say("report.date", at.truncatedTo(ChronoUnit.SECONDS)));
        lines.add("- " + words.say("report.hash", checked.hash()));
        lines.add("- " + words.say("report.java", Runtime.version().toString()));
        lines.add("- "
                + (checked.errors().isEmpty()
                        ? words.say(
                                "count",
                                "" + checked.count(),
                                "" + checked.points().size())
                        : words.say("errors")));
        lines.add("");
        if (!checked.errors().isEmpty()) {
            lines.add("```");
            lines.addAll(checked.errors());
            lines.add("```");
        } else {
            lines.add("| | " + words.say("report.point") + " | " + words.say("report.wrong") + " |");
            lines.add("|---|---|---|");
            checked.points()
                    .forEach(result -> lines.add("| %s | %s | %s |"
                            .formatted(
                                    result.passed() ? "✓" : "✗",
                                    cell(words.point(checked.assignment(), result.point())),
                                    result.passed() ? "" : cell(words.wrong(result)))));
        }
        if (!answers.isBlank()) {
            lines.add("");
            lines.add("---");
            lines.add("");
            lines.add(answers.strip());
        }
        return String.join("\n", lines) + "\n";
    }

    /** A student's texts must not make rows of their own. */
    private static String cell(String text) {
        return text.replace("|", "\\|").replace('\n', ' ').replace('\r', ' ');
    }
}
