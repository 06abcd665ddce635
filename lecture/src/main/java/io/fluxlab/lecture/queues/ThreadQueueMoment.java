package io.fluxlab.lecture.queues;

import java.util.List;

/** What was seen of a queue. Immutable; {@code moment} says which moment it was, {@code queue} which queue. */
sealed interface ThreadQueueMoment {

    /** Which moment. */
    String moment();

    /** Which queue. */
    QueueOrder queue();

    /**
     * {@code order}: the same items went in, all before the first came out.
     *
     * @param put in the order they went in
     * @param got in the order they came out
     */
    record Ordered(String moment, QueueOrder queue, List<PrioritizedItem> put, List<PrioritizedItem> got)
            implements ThreadQueueMoment {}

    /**
     * {@code crowd}: several producers and consumers at once.
     *
     * @param put how many items went in
     * @param got how many different ones came out
     * @param twice how many came out once more
     * @param overtaken how often a consumer got an item after a later one of the same producer
     * @param mostInside the most items that were in the queue at once
     * @param doneWhenJoined how many items were done when whoever waited for all of them went on
     */
    record Crowd(
            String moment,
            QueueOrder queue,
            int put,
            int got,
            int twice,
            int overtaken,
            int mostInside,
            int doneWhenJoined)
            implements ThreadQueueMoment {}

    /**
     * {@code join}: one waits until all is done.
     *
     * @param items how many items went in
     * @param doneWhileWaiting how many were done when it was last seen waiting
     * @param doneWhenJoined how many were done when it went on
     */
    record Joined(String moment, QueueOrder queue, int items, int doneWhileWaiting, int doneWhenJoined)
            implements ThreadQueueMoment {}

    /**
     * {@code bounded}: a producer that is ahead of its consumer.
     *
     * @param capacity how many items the queue takes
     * @param putBefore how many it took before anyone got one
     * @param producerWaits whether the producer then waited, holding its thread
     * @param refusal what the queue then said instead, empty where it said nothing
     * @param putAfter how many it had taken once one was got
     */
    record Bounded(
            String moment,
            QueueOrder queue,
            int capacity,
            int putBefore,
            boolean producerWaits,
            String refusal,
            int putAfter)
            implements ThreadQueueMoment {}

    /**
     * {@code demand}: a producer that makes only what it is asked for.
     *
     * @param asked for how many items at a time
     * @param made how many items
     * @param mostAhead by how many items it was ahead of its consumer at most
     */
    record Demanded(String moment, QueueOrder queue, int asked, int made, int mostAhead) implements ThreadQueueMoment {}

    /**
     * {@code done-too-often}: one item more was said to be done than had been put.
     *
     * @param items how many had been put and taken
     * @param refused which of the calls the queue refused, counted from 1
     * @param error what it said then
     * @param worksOn whether the next item was waited for as if nothing had been
     */
    record TooOften(String moment, QueueOrder queue, int items, List<Integer> refused, String error, boolean worksOn)
            implements ThreadQueueMoment {}

    /**
     * {@code equal-priorities}: items of one priority.
     *
     * @param put in the order they went in
     * @param asPairs how they come out as the lecture's pairs of priority and item
     * @param byPriorityAlone how they come out where only the priority is compared
     * @param numbered how they come out where a running number stands between priority and item
     * @param refused which of the pairs the queue refused whose items can't be compared, counted from 1
     * @param error what it said then
     * @param inside how many of these pairs were in it after that
     */
    record EqualPriority(
            String moment,
            QueueOrder queue,
            List<String> put,
            List<String> asPairs,
            List<String> byPriorityAlone,
            List<String> numbered,
            List<Integer> refused,
            String error,
            int inside)
            implements ThreadQueueMoment {}
}
