package io.fluxlab.cli.figure;

import io.fluxlab.cli.console.Palette;
import io.fluxlab.cli.console.Palette.Ink;
import io.fluxlab.cli.console.Prose;
import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.comparison.ComparisonEvent.Watching;
import io.fluxlab.diagnosis.Cause;
import io.fluxlab.diagnosis.Proof;
import io.fluxlab.diagnosis.Suspicion;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** What limits each lane, and what was tried, for a person. Immutable. */
public final class ExplanationText {

    /** What tasks fail of. */
    private static final Set<Cause> FAILING = EnumSet.of(Cause.SILENT, Cause.OVERFLOW, Cause.POOL_EXHAUSTED);

    private final List<ComparisonEvent> events;
    private final ReportWords words;

    ExplanationText(List<ComparisonEvent> events, ReportWords words) {
        this.events = List.copyOf(events);
        this.words = words;
    }

    /** Whether there is nothing to tell. */
    public boolean isEmpty() {
        return events.isEmpty();
    }

    /** Whether what was found on the lane is why its tasks failed, or did not end. */
    boolean explainsFailures(String lane) {
        return found(lane).anyMatch(found -> FAILING.contains(found.cause()));
    }

    /** Whether what was found on the lane says that its tasks failed. */
    boolean tellsFailures(String lane) {
        return explainsFailures(lane) || found(lane).anyMatch(ExplanationText::isUnknownFailure);
    }

    private Stream<Suspicion> found(String lane) {
        return events.stream()
                .filter(Found.class::isInstance)
                .map(Found.class::cast)
                .filter(found -> found.lane().equals(lane))
                .map(found -> found.finding().suspicion());
    }

    private static boolean isUnknownFailure(Suspicion found) {
        return found.cause() == Cause.UNKNOWN && found.detail().equals("failed");
    }

    /** What was found and what was tried, as it came. */
    public List<ComparisonEvent> events() {
        return events;
    }

    /** A paragraph for each lane as Markdown. */
    List<String> markdown() {
        List<String> lines = new ArrayList<>();
        for (ComparisonEvent event : events) {
            if (event instanceof Found found) {
                lines.add("");
                lines.add("**" + found.lane() + ": "
                        + words.findings().name(found.finding().cause()) + "**  ");
                lines.add(found.reason());
                found.finding().suspicion().at().forEach(frame -> lines.add("- `" + frame + "`"));
                String beside = words.findings().beside(found.finding());
                if (!beside.isEmpty()) {
                    lines.add("");
                    lines.add(beside);
                }
            } else if (event instanceof Proved proved) {
                lines.add("");
                lines.add(proved.reason());
            }
        }
        return lines;
    }

    /** A paragraph for each lane, in lines of at most {@code width} characters where that is possible. */
    public List<String> lines(int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        for (ComparisonEvent event : events) {
            if (event instanceof Found found) {
                lines.add("");
                lines.addAll(lines(found, width, palette));
            } else if (event instanceof Proved proved) {
                Ink ink = proved.proof().result() == Proof.Result.HELPED ? Ink.GOOD : Ink.DOUBTFUL;
                Prose.wrap(proved.reason(), width - 2, "").forEach(line -> lines.add("  " + palette.paint(ink, line)));
            }
        }
        return lines;
    }

    private List<String> lines(Found found, int width, Palette palette) {
        List<String> lines = new ArrayList<>();
        String cause = words.findings().name(found.finding().cause());
        lines.add(words.say("explained", palette.paint(Ink.NAME, found.lane()), palette.paint(Ink.STRONG, cause)));
        indented(found.reason(), width, lines);
        found.finding().suspicion().at().forEach(frame -> lines.add("    at " + frame));
        String beside = words.findings().beside(found.finding());
        if (!beside.isEmpty()) {
            indented(beside, width, lines);
        }
        if (found.watching().runs() == 0) {
            return lines;
        }
        List<String> cost = new ArrayList<>();
        indented(watching(found.watching()), width, cost);
        cost.forEach(line -> lines.add(palette.paint(Ink.FAINT, line)));
        return lines;
    }

    private String watching(Watching watching) {
        Double slowdown = watching.slowdown();
        String times =
                slowdown == null ? "" : words.say("explained.slowdown", String.format(Locale.ROOT, "%.2f", slowdown));
        return words.say(
                "explained.watched",
                words.time(watching.wallNanos()),
                watching.runs(),
                times,
                words.time(watching.samplingNanos()));
    }

    private static void indented(String text, int width, List<String> lines) {
        Prose.wrap(text, width - 2, "").forEach(line -> lines.add("  " + line));
    }
}
