package io.fluxlab.trace;

import io.fluxlab.claim.Claim;
import io.fluxlab.trace.TraceMark.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The marks of one run, each with the task that its thread was about: those that a body makes, and those of what the lane's threads
 * share, such as an interpreter lock. What a thread does for the next task before that begins, as waiting for the lock, is
 * told with that task. Thread-safe.
 */
public final class RunTrace {

    /** So many marks of a task are kept, the first ones. */
    public static final int MOST_PER_TASK = 2_000;

    /** So many marks of a run are kept, whichever come first. */
    public static final int MOST_PER_RUN = 20_000;

    /** What keeping all of them takes: each a record and its value. */
    public static final Claim CLAIM = Claim.ofHeapBytes(100).times(MOST_PER_RUN);

    /** What a thread did between two tasks: to let a lock go, to wait for it, to get it. */
    private static final int MOST_BETWEEN_TASKS = 4;

    private final LongSupplier nanos;
    private final AtomicInteger room = new AtomicInteger(MOST_PER_RUN);
    private final ThreadLocal<Here> here = ThreadLocal.withInitial(Here::new);

    /** A trace that reads nanoseconds since the run's start. */
    public RunTrace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** What a trace knows of a thread. Confined to it. */
    private static final class Here {
        private final List<TraceMark> between = new ArrayList<>();
        private @Nullable TraceLog task;
        private @Nullable String held;
    }

    /** A task starts on this thread. */
    public TraceLog begin() {
        Here now = here.get();
        TraceLog task = new TraceLog(this, now.between);
        String held = now.held;
        boolean isTold = now.between.stream().anyMatch(mark -> mark.kind() == Kind.HOLDING);
        now.between.clear();
        now.task = task;
        if (held != null && !isTold) {
            task.holding(held);
        }
        task.running();
        return task;
    }

    /** For what the lane's threads share: marks go to the task that the thread is about. */
    public Tracer ofThreads() {
        return new Tracer() {
            @Override
            public boolean isOn() {
                return true;
            }

            @Override
            public void mark(Kind kind, @Nullable String name, @Nullable String value) {
                markHere(kind, name, value);
            }
        };
    }

    private void markHere(Kind kind, @Nullable String name, @Nullable String value) {
        Here now = here.get();
        switch (kind) {
            case HOLDING -> now.held = name;
            case RELEASED, HANDED_OVER -> now.held = null;
            case RUNNING, SLEEPING, WAITING, READ, WROTE, ENDED -> {}
        }
        TraceLog task = now.task;
        if (task != null && !task.hasEnded()) {
            task.mark(kind, name, value);
            return;
        }
        if (now.between.size() == MOST_BETWEEN_TASKS) {
            now.between.remove(0);
        }
        now.between.add(marked(Thread.currentThread(), kind, name, value));
    }

    /** Where that is not on the thread on which it began, that one forgets it at the next. */
    void ended(TraceLog task) {
        Here now = here.get();
        if (now.task == task) {
            now.task = null;
        }
    }

    TraceMark marked(Thread thread, Kind kind, @Nullable String name, @Nullable String value) {
        String called = thread.getName().isEmpty() ? "thread-" + thread.threadId() : thread.getName();
        return new TraceMark(nanos.getAsLong(), called, kind, name, value);
    }

    long nanos() {
        return nanos.getAsLong();
    }

    boolean hasRoom() {
        return room.get() > 0 && room.getAndDecrement() > 0;
    }
}
