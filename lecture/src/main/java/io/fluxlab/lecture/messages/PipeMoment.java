package io.fluxlab.lecture.messages;

import java.util.List;

/** What was seen of a pipe. Immutable; {@code moment} says which moment it was. */
sealed interface PipeMoment {

    /** Which moment. */
    String moment();

    /**
     * {@code exchange}: a list each way; then the parent closes its end.
     *
     * @param receivedHere what came from the child
     * @param receivedThere what the child says it received
     * @param closeSeen whether the child saw that the parent's end was closed, and could still say so
     */
    record Exchange(String moment, List<Object> receivedHere, Object receivedThere, boolean closeSeen)
            implements PipeMoment {}

    /**
     * {@code closed}: the child closes its end.
     *
     * @param received what came before
     * @param closeSeen whether the parent saw it close
     */
    record Closed(String moment, List<Object> received, boolean closeSeen) implements PipeMoment {}

    /**
     * {@code killed}: the child is killed.
     *
     * @param received what came before
     * @param closeSeen whether that looked like a close
     * @param error what it looked like
     * @param ending how the process ended
     */
    record Killed(String moment, List<Object> received, boolean closeSeen, String error, String ending)
            implements PipeMoment {}

    /**
     * {@code throughput}: the same messages one way, through a queue and through a pipe.
     *
     * @param messages how many
     * @param queuePerSecond how many in a second through the queue
     * @param pipePerSecond how many in a second through the pipe
     * @param ratio the pipe's by the queue's
     */
    record Throughput(
            String moment, int round, long messages, double queuePerSecond, double pipePerSecond, double ratio)
            implements PipeMoment {}

    /**
     * {@code hand-over}: one message to and fro, through a queue for each way and through a pipe.
     *
     * @param trips how often there and back
     * @param queueMicros how long one way takes through a queue, in microseconds
     * @param pipeMicros how long one way takes through the pipe, in microseconds
     * @param ratio the pipe's by the queue's
     */
    record HandOver(String moment, int round, int trips, double queueMicros, double pipeMicros, double ratio)
            implements PipeMoment {}

    /**
     * {@code one-way} or {@code both-ways}: what a child sends that then tries to receive.
     *
     * @param received what came from the child
     * @param answer whether the child received something or was refused, and which, or why
     */
    record Direction(String moment, Object received, Object answer) implements PipeMoment {}

    /**
     * {@code too-large}: a child sends a message that the pipe does not take.
     *
     * @param limit how many bytes a message may have
     * @param answer whether it was refused, and what the pipe said
     * @param next what came through the pipe next
     */
    record TooLarge(String moment, int limit, Object answer, Object next) implements PipeMoment {}

    /**
     * {@code cpython}: the same on the CPython of this machine.
     *
     * @param version of CPython; empty where there is none that has told anything, and all else is 0 then
     * @param queuePerSecond how many messages went one way through {@code Queue} in a second
     * @param pipePerSecond how many through {@code Pipe}
     * @param ratio the pipe's by the queue's
     * @param queueMicros how long one way of a message to and fro took through queues, in microseconds
     * @param pipeMicros how long through the pipe
     * @param largeByQueue how many bytes of one large message came through the queue
     * @param largeByPipe how many through the pipe
     * @param wrongWay what an end of a one-way pipe said that only receives, when something was sent
     */
    record Cpython(
            String moment,
            String version,
            double queuePerSecond,
            double pipePerSecond,
            double ratio,
            double queueMicros,
            double pipeMicros,
            long largeByQueue,
            long largeByPipe,
            String wrongWay)
            implements PipeMoment {

        static final Cpython NONE = new Cpython("cpython", "", 0, 0, 0, 0, 0, 0, 0, "");
    }
}
