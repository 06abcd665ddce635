package io.fluxlab.cli.figure;

import io.fluxlab.run.RunEvent;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.run.RunEvent.TaskTrace;
import io.fluxlab.trace.TraceMark;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.TraceWording;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the threads of a run did, the first of it, a line each. Not thread-safe. */
final class TraceText {

    private static final int MOST_LINES = 40;

    private final TraceWording words = TraceWording.in(Language.EN);
    private final List<TraceMark> marks = new ArrayList<>();
    private final Map<Integer, String> workers = new HashMap<>();
    private long dropped;
    private int untold;

    /** Takes in what happened. */
    void accept(RunEvent event) {
        if (event instanceof TaskStarted started) {
            workers.put(started.task(), started.worker());
        } else if (event instanceof TaskTrace trace) {
            marks.addAll(trace.marks());
            dropped += trace.dropped();
            String worker = workers.get(trace.task());
            boolean isTold = trace.dropped() > 0
                    || trace.marks().stream().anyMatch(mark -> mark.thread().equals(worker));
            untold += isTold ? 0 : 1;
        } else if (event instanceof RunEvent.TaskFinished finished) {
            workers.remove(finished.task());
        } else if (event instanceof RunEvent.TaskFailed failed) {
            workers.remove(failed.task());
        }
    }

    /** The lines; none where nobody asked for a trace. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        List<TraceMark> first = marks.stream()
                .sorted(Comparator.comparingLong(TraceMark::atNanos))
                .limit(MOST_LINES)
                .toList();
        int longest =
                first.stream().mapToInt(mark -> mark.thread().length()).max().orElse(1);
        first.forEach(mark -> lines.add(("  %-9s  %8s  %-" + longest + "s  %s")
                .formatted(
                        lines.isEmpty() ? "trace" : "", words.time(mark.atNanos()), mark.thread(), words.does(mark))));
        long more = marks.size() + dropped - lines.size();
        if (more > 0) {
            lines.add("             and " + Quantities.count(more) + " more; --json has up to 2,000 of a task");
        }
        if (untold > 0) {
            lines.add("             of " + Quantities.count(untold) + (untold == 1 ? " task" : " tasks")
                    + " nothing is known but start and end: the lane does not tell what its workers' threads do");
        }
        return lines;
    }
}
