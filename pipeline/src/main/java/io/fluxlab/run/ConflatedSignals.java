package io.fluxlab.run;

import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Signals of which only the newest waits: one per task for progress, one for the run's vital signs. Each event says how
 * many signals it replaced. Thread-safe; holds its lock for moments only, some times a second.
 */
final class ConflatedSignals {

    private final Queue<Place> waiting = new ArrayDeque<>();
    private volatile boolean empty = true;
    private long replaced;

    /** Where the newest signal of one subject waits. Belongs to one {@link ConflatedSignals}, which guards it. */
    static final class Place {
        private RunSignal.@Nullable Newest signal;
        private long conflated;
    }

    /** Replaces what waits at {@code place}, or begins to wait there. */
    synchronized void put(Place place, RunSignal.Newest signal) {
        if (place.signal == null) {
            waiting.add(place);
            empty = false;
        } else {
            place.conflated++;
        }
        place.signal = signal;
    }

    /**
     * The event that has waited longest, null where there is none. Numbers count also what it replaced: with {@code seq}
     * free and two replaced, it is {@code seq + 2}.
     */
    @Nullable
    RunEvent poll(long seq) {
        return empty ? null : pollWaiting(seq);
    }

    /** How many signals the events given out so far have replaced: the sum of what they say. */
    synchronized long replaced() {
        return replaced;
    }

    private synchronized @Nullable RunEvent pollWaiting(long seq) {
        RunEvent event = null;
        while (event == null && !waiting.isEmpty()) {
            Place next = waiting.remove();
            if (next.signal != null) {
                event = next.signal.event(seq + next.conflated, next.conflated);
            }
            replaced += event == null ? 0 : next.conflated;
            next.signal = null;
            next.conflated = 0;
        }
        empty = waiting.isEmpty();
        return event;
    }
}
