package io.fluxlab.cli.figure;

import io.fluxlab.comparison.ComparisonEvent;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.Verdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps of a comparison's events what its report needs. Not thread-safe. */
public final class ComparisonCourse {

    private final ReportWords words;
    private final List<LaneFigure> columns;
    private @Nullable ComparisonStarted started;
    private @Nullable Verdict verdict;

    /** Of a comparison that will be told in these words, with these columns; none is the usual. */
    public ComparisonCourse(ReportWords words, List<LaneFigure> columns) {
        this.words = words;
        this.columns = List.copyOf(columns);
    }

    /** Takes in what happened. */
    public void accept(ComparisonEvent event) {
        if (event instanceof ComparisonStarted first) {
            started = first;
        } else if (event instanceof Verdict last) {
            verdict = last;
        }
    }

    /** The report of a comparison that has ended. */
    public Report report() {
        if (started == null || verdict == null) {
            throw new IllegalStateException("the comparison ended without a verdict");
        }
        return new Report(started, verdict.verdict(), verdict.atNanos(), words, columns);
    }
}
