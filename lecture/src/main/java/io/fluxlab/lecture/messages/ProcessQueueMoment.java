package io.fluxlab.lecture.messages;

import java.util.List;

/** What was seen of a queue between processes. Immutable; {@code moment} says which moment it was. */
sealed interface ProcessQueueMoment {

    /** Which moment. */
    String moment();

    /**
     * {@code arrived}: the lecture's message.
     *
     * @param got what came out here
     * @param equal whether it equals what the lecture puts
     * @param putBy the process that put it
     * @param gotBy the process that got it
     */
    record Arrived(String moment, List<Object> got, boolean equal, long putBy, long gotBy)
            implements ProcessQueueMoment {}

    /**
     * {@code changed}: an object that was changed after it was put, and before it left; then what was got is changed, too.
     *
     * @param held what who put it held, when it had changed it
     * @param got what was got of it after that
     * @param gotAndChanged the same once who got it had changed it
     * @param heldThen what who put it held after that
     */
    record Changed(
            String moment, List<Object> held, List<Object> got, List<Object> gotAndChanged, List<Object> heldThen)
            implements ProcessQueueMoment {}

    /**
     * {@code bounded}: one puts, and nobody gets.
     *
     * @param capacity how many messages the queue holds
     * @param putBefore how many were put before one was got
     * @param putterWaits whether who puts then waited
     * @param putAfter how many were put after one was got
     * @param got how many messages were got in all
     * @param inOrder whether they came in the order in which they were put
     */
    record Bounded(
            String moment, int capacity, long putBefore, boolean putterWaits, long putAfter, int got, boolean inOrder)
            implements ProcessQueueMoment {}

    /**
     * {@code too-large} or {@code unserializable}: a message that the queue does not take.
     *
     * @param message what it was
     * @param size how large, in bytes; 0 where that is not why
     * @param limit how large a message may be, in bytes
     * @param error what the queue said
     * @param gotNext what came through the queue next
     */
    record Refused(String moment, String message, long size, long limit, String error, List<Object> gotNext)
            implements ProcessQueueMoment {}

    /**
     * {@code largest}: a message that is just not too large.
     *
     * @param put how many bytes it holds
     * @param limit how large it may be with all that is around them
     * @param got how many bytes came out
     */
    record Largest(String moment, int put, int limit, int got) implements ProcessQueueMoment {}

    /**
     * {@code throughput}: several processes put, one gets.
     *
     * @param round which round
     * @param processes how many put
     * @param put how many messages all of them put
     * @param inOrder how many of these came in their process's order
     * @param perSecond how many in a second
     */
    record Throughput(String moment, int round, int processes, long put, long inOrder, double perSecond)
            implements ProcessQueueMoment {}
}
