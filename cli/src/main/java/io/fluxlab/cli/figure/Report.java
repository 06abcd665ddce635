package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.cli.console.Table;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.verdict.LaneFailure;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.PlacementFinding;
import io.fluxlab.verdict.Recommendation;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.verdict.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A whole comparison for a person. Immutable.
 *
 * @param started what was compared, and where
 * @param verdict how it ended
 * @param nanos how long it took
 * @param words in which it is told
 * @param columns what the table shows of each lane, in this order; none is the usual
 * @param explanation what limits each lane, and what was tried; empty where nobody asked
 */
public record Report(
        ComparisonStarted started,
        Verdict verdict,
        long nanos,
        ReportWords words,
        List<LaneFigure> columns,
        ExplanationText explanation) {

    public Report {
        columns = List.copyOf(columns);
    }

    /** The report in lines of at most {@code width} characters where that is possible. */
    public List<String> lines(int width, Palette palette) {
        List<String> lines = new ArrayList<>(heading(palette));
        if (!verdict.lanes().isEmpty()) {
            for (Table table : table().fitting(width)) {
                lines.add("");
                lines.addAll(table.lines(palette));
            }
        }
        canaries().ifPresent(table -> {
            lines.add("");
            lines.addAll(table.lines(palette));
        });
        network().ifPresent(table -> {
            lines.add("");
            lines.addAll(table.lines(palette));
        });
        verdict.failures().forEach(failure -> lines.addAll(lines(failure, width, palette)));
        lines.add("");
        lines.addAll(Prose.wrap(recommendation(palette), width, ""));
        PlacementFinding placement = verdict.placement();
        if (placement != null) {
            lines.add("");
            lines.addAll(new StageTable(placement, words).table().lines(palette));
            lines.add("");
        }
        Recommendation write = verdict.recommendation();
        if (write != null) {
            String note = write.note();
            lines.add(palette.paint(Ink.STRONG, words.say("write")));
            write.code().lines().forEach(line -> lines.add("    " + line));
            lines.addAll(note == null ? List.of() : Prose.wrap(note, width, ""));
        }
        verdict.warnings().forEach(warning -> lines.addAll(Prose.wrap(text(warning, palette), width, "  ")));
        lines.addAll(explanation.lines(width, palette));
        return lines;
    }

    /** Whether tasks failed on a lane, and what was found there is not why. */
    public boolean hasUnexplainedFailures() {
        return verdict.failures().stream().anyMatch(failure -> !explanation.explainsFailures(failure.lane()));
    }

    /** The lanes on which tasks failed, but for those whose finding says so. */
    public List<String> untoldFailures(int width, Palette palette) {
        return verdict.failures().stream()
                .filter(failure -> !explanation.tellsFailures(failure.lane()))
                .flatMap(failure -> lines(failure, width, palette).stream())
                .toList();
    }

    private List<String> lines(LaneFailure failure, int width, Palette palette) {
        List<String> lines = new ArrayList<>(List.of(""));
        lines.addAll(Prose.wrap(text(failure, palette), width, "  "));
        failure.at().forEach(frame -> lines.add("    at " + frame));
        return lines;
    }

    /** The report as Markdown. */
    public List<String> markdown() {
        List<String> lines = new ArrayList<>();
        lines.add("**" + subject() + "**  ");
        lines.add(words.machine(started.machine()) + "  ");
        lines.add(effort());
        lines.add("");
        if (!verdict.lanes().isEmpty()) {
            lines.addAll(table().wide().markdown());
        }
        canaries().ifPresent(table -> {
            lines.add("");
            lines.addAll(table.markdown());
        });
        network().ifPresent(table -> {
            lines.add("");
            lines.addAll(table.markdown());
        });
        verdict.failures().forEach(failure -> {
            lines.add("");
            lines.add(text(failure, Palette.PLAIN));
            failure.at().forEach(frame -> lines.add("- `" + frame + "`"));
        });
        lines.add("");
        lines.add(recommendation(Palette.PLAIN));
        PlacementFinding placement = verdict.placement();
        if (placement != null) {
            lines.add("");
            lines.addAll(new StageTable(placement, words).table().markdown());
        }
        Recommendation write = verdict.recommendation();
        if (write != null) {
            String note = write.note();
            lines.add("");
            lines.add(words.say("write"));
            lines.add("```java");
            lines.addAll(write.code().lines().toList());
            lines.add("```");
            lines.addAll(note == null ? List.of() : List.of(note));
        }
        verdict.warnings().forEach(warning -> {
            lines.add("");
            lines.add("> " + text(warning, Palette.PLAIN));
        });
        lines.addAll(explanation.markdown());
        return lines;
    }

    /** What is compared, and where: the lines that are known before the first round. */
    public static List<String> opening(ComparisonStarted started, ReportWords words, Palette palette) {
        return List.of(
                palette.paint(Ink.STRONG, started.workload()) + " " + words.details(started),
                words.machine(started.machine()));
    }

    private VerdictTable table() {
        return new VerdictTable(verdict, started.design().band(), words, columns);
    }

    private Optional<Table> canaries() {
        return new CanaryTable(verdict, words).table();
    }

    private Optional<Table> network() {
        return new NetworkTable(verdict.lanes(), started.tasks(), words).table();
    }

    private List<String> heading(Palette palette) {
        List<String> lines = new ArrayList<>(opening(started, words, palette));
        lines.add(effort());
        return lines;
    }

    private String subject() {
        return started.workload() + " " + words.details(started);
    }

    private String effort() {
        long rounds = verdict.lanes().stream()
                .mapToInt(lane -> lane.standing().rounds())
                .max()
                .orElse(0);
        return words.say(
                "effort",
                rounds,
                started.lanes().size(),
                words.time(nanos),
                baseline(),
                started.design().band().text(),
                String.valueOf(started.design().seed()),
                String.valueOf(started.design().lane()));
    }

    /** That of the start may have failed, and another one stands for it. */
    private String baseline() {
        return verdict.lanes().stream()
                .filter(lane -> lane.outcome() == Outcome.BASELINE)
                .map(LaneVerdict::lane)
                .findFirst()
                .orElse(started.baseline());
    }

    private String recommended() {
        String lane = verdict.recommended();
        return lane == null ? words.say("abstained") : words.say("use", lane);
    }

    private String recommendation(Palette palette) {
        return palette.paint(Ink.STRONG, recommended()) + " " + verdict.reason();
    }

    private String text(LaneFailure failure, Palette palette) {
        return palette.paint(Ink.BAD, words.say("failure", failure.lane())) + " "
                + words.say("failure.tasks", failure.failed(), failure.tasks(), failure.message());
    }

    private String text(Warning warning, Palette palette) {
        return palette.paint(Ink.DOUBTFUL, words.say("warning")) + " (" + warning.code() + "): " + warning.message();
    }
}
