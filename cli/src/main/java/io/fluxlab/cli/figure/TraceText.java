package io.fluxlab.cli.figure;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.TraceWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the threads of a run did, the first of it, a line each. Not thread-safe. */
final class TraceText {

    private static final int MOST_LINES = 40;

    private final TraceWording words = TraceWording.in(Language.EN);
    private final List<TraceMark> marks = new ArrayList<>();
    private long dropped;

    /** Takes in what happened. */
    void accept(RunEvent event) {
        if (event instanceof TaskTrace trace) {
            marks.addAll(trace.marks());
            dropped += trace.dropped();
        }
    }

    /** The lines; none where nobody asked for a trace. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        int longest = marks.stream()
                .limit(MOST_LINES)
                .mapToInt(mark -> mark.thread().length())
                .max()
                .orElse(1);
        marks.stream()
                .sorted(Comparator.comparingLong(TraceMark::atNanos))
                .limit(MOST_LINES)
                .forEach(mark -> lines.add(("  %-9s  %8s  %-" + longest + "s  %s")
                        .formatted(
                                lines.isEmpty() ? "trace" : "",
                                words.time(mark.atNanos()),
                                mark.thread(),
                                words.does(mark))));
        long more = marks.size() + dropped - lines.size();
        if (more > 0) {
            lines.add("             and " + Quantities.count(more) + " more; --json has up to 2,000 of a task");
        }
        return lines;
    }
}
