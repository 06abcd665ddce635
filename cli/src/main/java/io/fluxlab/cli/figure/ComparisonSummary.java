package io.fluxlab.cli.figure;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Found;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.Proved;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps of a comparison's events what its report needs. Not thread-safe. */
public final class ComparisonSummary {

    private final ReportWords words;
    private final List<LaneFigure> columns;
    private @Nullable ComparisonStarted started;
    private @Nullable Verdict verdict;
    private final Silences silences;
    private final List<ComparisonEvent> explanations = new ArrayList<>();
    private String lane = "";

    /** Of a comparison that will be told in these words, with these columns; none is the usual. */
    public ComparisonSummary(ReportWords words, List<LaneFigure> columns) {
        this.words = words;
        this.silences = new Silences(words);
        this.columns = List.copyOf(columns);
    }

    /** Takes in what happened. */
    public void accept(ComparisonEvent event) {
        if (event instanceof ComparisonStarted first) {
            started = first;
        } else if (event instanceof RoundStarted round) {
            lane = round.lane();
            silences.clear();
        } else if (event instanceof OfRun run) {
            silences.accept(run.event());
        } else if (event instanceof Found || event instanceof Proved) {
            explanations.add(event);
        } else if (event instanceof Verdict last) {
            verdict = last;
        }
    }

    /** What hangs in the run that goes on, and on which lane; nothing where nothing does. */
    public List<String> lastWords() {
        List<String> lines = silences.lines();
        return lines.isEmpty()
                ? lines
                : Stream.concat(Stream.of(words.say("silent.lane", lane)), lines.stream())
                        .toList();
    }

    /** What was found out about the lanes, and tried; nothing where nobody asked. */
    public ExplanationText explanation() {
        return new ExplanationText(explanations, words);
    }

    /** How it began; empty where it did not. */
    public Optional<ComparisonStarted> started() {
        return Optional.ofNullable(started);
    }

    /** Whether it ended in a verdict. */
    public boolean isOver() {
        return verdict != null;
    }

    /** The report of a comparison that has ended. */
    public Report report() {
        if (started == null || verdict == null) {
            throw new IllegalStateException("the comparison ended without a verdict");
        }
        return new Report(started, verdict.verdict(), verdict.atNanos(), words, columns, explanation());
    }
}
