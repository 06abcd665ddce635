package io.fluxlab.scenario.timeline;

import io.fluxlab.trace.TraceMark;
import io.fluxlab.trace.TraceMark.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What each thread is doing, mark after mark. Not thread-safe. */
final class ThreadStates {

    private final Map<String, State> threads = new LinkedHashMap<>();

    /** A thread: the mark that says what it is doing, null before its first, and the locks that it has. */
    static final class State {
        private @Nullable TraceMark doing;
        private final Set<String> holds = new LinkedHashSet<>();

        /** What it is doing; null where it has not begun or has ended. */
        @Nullable
        TraceMark doing() {
            TraceMark last = doing;
            return last == null || last.kind() == Kind.ENDED ? null : last;
        }

        /** What it did last that tells what it is doing. */
        @Nullable
        TraceMark last() {
            return doing;
        }

        Set<String> holds() {
            return holds;
        }

        private @Nullable String waitsFor() {
            TraceMark now = doing;
            return now != null && now.kind() == Kind.WAITING ? now.name() : null;
        }
    }

    /** Threads of these names, none of which has begun. */
    ThreadStates(Iterable<String> names) {
        names.forEach(name -> threads.put(name, new State()));
    }

    Map<String, State> threads() {
        return threads;
    }

    /** Takes in what one of the threads did. */
    void accept(TraceMark mark) {
        State state = Objects.requireNonNull(threads.get(mark.thread()));
        String lock = Objects.requireNonNullElse(mark.name(), "");
        switch (mark.kind()) {
            case RUNNING, SLEEPING, WAITING -> state.doing = mark;
            case HOLDING -> {
                state.doing = mark;
                state.holds.add(lock);
            }
            case RELEASED, HANDED_OVER -> state.holds.remove(lock);
            case READ, WROTE -> state.doing = state.doing == null ? mark : state.doing;
            case ENDED -> {
                state.doing = mark;
                state.holds.clear(); // a lane lets its lock go when nobody makes marks of the task any more
            }
        }
    }

    /** The thread that has a lock. */
    Optional<String> holder(String lock) {
        return threads.entrySet().stream()
                .filter(thread -> thread.getValue().holds.contains(lock))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Threads of which each waits for what the next one has, and the last for what the first has; empty where there are none. */
    List<String> circle() {
        for (String first : threads.keySet()) {
            List<String> chain = new ArrayList<>();
            String next = first;
            while (next != null && !chain.contains(next)) {
                chain.add(next);
                String lock = Objects.requireNonNull(threads.get(next)).waitsFor();
                next = lock == null ? null : holder(lock).orElse(null);
            }
            if (first.equals(next)) {
                return chain;
            }
        }
        return List.of();
    }
}
