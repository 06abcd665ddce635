package io.fluxlab.trace;

import io.fluxlab.trace.TraceMark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The marks of one task, the first of them up to a bound, in the order of their times. Thread-safe. */
public final class TraceLog implements Tracer {

    private final RunTrace run;
    private final Thread start = Thread.currentThread();
    private final List<TraceMark> marks = new ArrayList<>();
    private long dropped;
    private boolean hasEnded;
    private boolean isTaken;
    private boolean isMixed;

    /** A task that starts on this thread, after these marks. */
    TraceLog(RunTrace run, List<TraceMark> before) {
        this.run = run;
        before.forEach(this::keep);
    }

    /**
     * What was kept.
     *
     * @param marks the first marks, in the order of their times
     * @param dropped how many more there were
     */
    public record Kept(List<TraceMark> marks, long dropped) {

        /** This, made by threads of another process, whose name stands before theirs. */
        public Kept of(String process) {
            return new Kept(
                    marks.stream()
                            .map(mark -> mark.of(process + " " + mark.thread()))
                            .toList(),
                    dropped);
        }
    }

    @Override
    public boolean isOn() {
        return true;
    }

    @Override
    public void mark(Kind kind, @Nullable String name, @Nullable String value) {
        mark(Thread.currentThread(), kind, name, value);
    }

    @Override
    public synchronized void adopt(Kept kept, long sinceNanos) {
        if (hasEnded) {
            return;
        }
        long since = run.nanos() - sinceNanos;
        for (TraceMark mark : kept.marks()) {
            keep(mark.at(since + mark.atNanos()));
        }
        dropped += kept.dropped();
        isMixed = true;
    }

    /** The task has ended: the thread that it started on does nothing more of it, and nobody makes marks any more. */
    public void end() {
        mark(start, Kind.ENDED, null, null);
        synchronized (this) {
            hasEnded = true;
        }
        run.ended(this);
    }

    /** What was kept, once; null from then on. */
    public synchronized @Nullable Kept take() {
        if (isTaken) {
            return null;
        }
        isTaken = true;
        if (isMixed) {
            marks.sort(Comparator.comparingLong(TraceMark::atNanos));
        }
        return new Kept(List.copyOf(marks), dropped);
    }

    synchronized boolean hasEnded() {
        return hasEnded;
    }

    /** The time is read under the lock, so that marks are in the order of their times. */
    private synchronized void mark(Thread thread, Kind kind, @Nullable String name, @Nullable String value) {
        if (!hasEnded) {
            keep(run.marked(thread, kind, name, value));
        }
    }

    private synchronized void keep(TraceMark mark) {
        if (marks.size() < RunTrace.MOST_PER_TASK && run.hasRoom()) {
            marks.add(mark);
        } else {
            dropped++;
        }
    }
}
