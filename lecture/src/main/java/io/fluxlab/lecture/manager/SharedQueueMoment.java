package io.fluxlab.lecture.manager;

import java.util.List;

/** What was seen of one queue that several processes use. Immutable; {@code moment} says which moment it was. */
sealed interface SharedQueueMoment {

    /** Which moment. */
    String moment();

    /**
     * {@code child-gets}: the parent puts, a child gets.
     *
     * @param put what the parent put
     * @param got what the child says it got
     * @param putBy the parent's id
     * @param gotBy the child's
     */
    record ChildGets(String moment, List<Object> put, List<Object> got, long putBy, long gotBy)
            implements SharedQueueMoment {}

    /**
     * {@code crossing}: all processes put and get at once.
     *
     * @param processes how many
     * @param put how many messages all of them put
     * @param got how many different ones came out
     * @param twice how many came out once more
     * @param fromOthers how many were got by another process than the one that had put them
     * @param overtaken how often a process got a message after a later one of the same process
     * @param capacity how many messages the queue holds
     * @param mostInside the most that were in it at once
     */
    record Crossing(
            String moment,
            int processes,
            int put,
            int got,
            int twice,
            int fromOthers,
            int overtaken,
            int capacity,
            int mostInside)
            implements SharedQueueMoment {}
}
