package io.fluxlab.run;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Events of which only the newest waits: one per task for progress, one for the run's pulse. Each says how many it
 * replaced. Thread-safe; holds its lock for moments only, some times a second.
 */
final class Conflated {

    private final Queue<Waiting> waiting = new ArrayDeque<>();
    private volatile boolean empty = true;
    private long replaced;

    /** Makes the event once it is its turn. */
    @FunctionalInterface
    interface Draft {
        /** The event; null where it is no longer true. */
        @Nullable
        RunEvent event(long seq, long conflated);
    }

    /** Where the newest event of one subject waits. Belongs to one {@link Conflated}, which guards it. */
    static final class Waiting {
        private @Nullable Draft draft;
        private long conflated;
    }

    /** Replaces what waits at {@code place}, or begins to wait there. */
    synchronized void put(Waiting place, Draft draft) {
        if (place.draft == null) {
            waiting.add(place);
            empty = false;
        } else {
            place.conflated++;
        }
        place.draft = draft;
    }

    /**
     * The event that has waited longest, null where there is none. Numbers count also what it replaced: with {@code seq}
     * free and two replaced, it is {@code seq + 2}.
     */
    @Nullable
    RunEvent poll(long seq) {
        return empty ? null : pollWaiting(seq);
    }

    /** How many events the ones given out so far have replaced: the sum of what they say. */
    synchronized long replaced() {
        return replaced;
    }

    private synchronized @Nullable RunEvent pollWaiting(long seq) {
        RunEvent event = null;
        while (event == null && !waiting.isEmpty()) {
            Waiting next = waiting.remove();
            if (next.draft != null) {
                event = next.draft.event(seq + next.conflated, next.conflated);
            }
            replaced += event == null ? 0 : next.conflated;
            next.draft = null;
            next.conflated = 0;
        }
        empty = waiting.isEmpty();
        return event;
    }
}
