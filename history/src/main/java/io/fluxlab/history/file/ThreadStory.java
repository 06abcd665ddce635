package io.fluxlab.history.file;

import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What one thread did for one task: its states one after the other, and the locks that it had meanwhile. Not thread-safe. */
final class ThreadStory {

    private final String thread;
    private final int task;
    private final List<Slice> states = new ArrayList<>();
    private final List<Slice> locks = new ArrayList<>();
    private final List<TraceMark> accesses = new ArrayList<>();
    private final Map<String, Long> heldSince = new LinkedHashMap<>();
    private final long startNanos;
    private @Nullable TraceMark doing;
    private String state = "";
    private long stateSince;

    /**
     * A stretch of time.
     *
     * @param of the thread, or the lock
     * @param name what it did, or who had it
     */
    record Slice(String of, String name, int task, long startNanos, long endNanos) {}

    ThreadStory(TraceMark first, int task) {
        this.thread = first.thread();
        this.task = task;
        this.startNanos = first.atNanos();
        this.stateSince = first.atNanos();
    }

    void accept(TraceMark mark) {
        String name = Objects.requireNonNullElse(mark.name(), "");
        switch (mark.kind()) {
            case RUNNING, SLEEPING, WAITING -> doing = mark;
            case HOLDING -> {
                doing = mark;
                heldSince.putIfAbsent(name, mark.atNanos());
            }
            case RELEASED, HANDED_OVER -> letGo(name, mark.atNanos());
            case READ, WROTE -> accesses.add(mark);
            case ENDED -> {
                doing = null;
                List.copyOf(heldSince.keySet()).forEach(lock -> letGo(lock, mark.atNanos()));
            }
        }
        become(mark.kind() == Kind.ENDED ? "" : describe(), mark.atNanos());
    }

    /** Nothing is known of it from then on. */
    void end(long nanos) {
        List.copyOf(heldSince.keySet()).forEach(lock -> letGo(lock, nanos));
        become("", nanos);
    }

    private void letGo(String lock, long nanos) {
        Long since = heldSince.remove(lock);
        if (since != null) {
            locks.add(new Slice(lock, thread, task, since, nanos));
        }
    }

    private void become(String next, long nanos) {
        if (!next.equals(state)) {
            if (!state.isEmpty()) {
                states.add(new Slice(thread, state, task, stateSince, nanos));
            }
            state = next;
            stateSince = nanos;
        }
    }

    private String describe() {
        TraceMark now = doing;
        Kind kind = now == null ? Kind.RUNNING : now.kind();
        String name = now == null ? null : now.name();
        String held = heldSince.isEmpty() ? "" : ", holding " + String.join(" and ", heldSince.keySet());
        return switch (kind) {
            case SLEEPING -> "sleeping" + held;
            case WAITING -> "waiting for " + name + held;
            case RUNNING -> (name == null ? "running" : "running " + name) + held;
            case HOLDING, RELEASED, HANDED_OVER, READ, WROTE, ENDED -> "running" + held;
        };
    }

    String thread() {
        return thread;
    }

    int task() {
        return task;
    }

    long startNanos() {
        return startNanos;
    }

    /** When it last changed; its start where it did not. */
    long endNanos() {
        return states.isEmpty() ? startNanos : states.get(states.size() - 1).endNanos();
    }

    List<Slice> states() {
        return states;
    }

    List<Slice> locks() {
        return locks;
    }

    /** What it read and wrote. */
    List<TraceMark> accesses() {
        return accesses;
    }
}
