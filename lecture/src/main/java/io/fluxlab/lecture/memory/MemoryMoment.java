package io.fluxlab.lecture.memory;

import java.util.List;

/** What was seen in shared memory. Immutable; {@code moment} says which moment it was. */
sealed interface MemoryMoment {

    /** Which moment. */
    String moment();

    /**
     * {@code changed}: the lecture's double and integers.
     *
     * @param numBefore the double before
     * @param arrBefore the integers before
     * @param num the double as the parent sees it after a child has changed it
     * @param arr the integers, likewise
     * @param changedBy the child
     * @param seenBy the parent
     * @param addressThere where the child had the memory; empty where that is not known
     * @param addressHere where the parent had it
     * @param addressAgain where the parent had it once more
     * @param numAgain the double as it is seen there
     */
    record Changed(
            String moment,
            double numBefore,
            List<Integer> arrBefore,
            double num,
            List<Integer> arr,
            long changedBy,
            long seenBy,
            String addressThere,
            String addressHere,
            String addressAgain,
            double numAgain)
            implements MemoryMoment {}

    /**
     * {@code in-steps}, until updates were lost, {@code under-lock} or {@code at-once}: several processes increment one
     * number.
     *
     * @param processes how many
     * @param increments how many all of them made, in the last attempt
     * @param counted what they came to
     * @param lost how many are missing
     * @param attempts how many there were, each with twice as many increments
     */
    record Counted(String moment, int round, int processes, long increments, long counted, long lost, int attempts)
            implements MemoryMoment {}

    /**
     * {@code hand-over}: one value to a child and back again, through memory, through a queue each way and through a pipe.
     *
     * @param trips how often there and back
     * @param memoryMicros how long one way takes through memory, in microseconds
     * @param queueMicros how long through a queue
     * @param pipeMicros how long through a pipe
     * @param byQueue memory's by the queue's
     * @param byPipe memory's by the pipe's
     * @param seenAtOnce the part of the values from memory that were there before who looked let others have the CPU: nearly
     *     all of them where each of the two processes has a CPU
     */
    record HandOver(
            String moment,
            int round,
            int trips,
            double memoryMicros,
            double queueMicros,
            double pipeMicros,
            double byQueue,
            double byPipe,
            double seenAtOnce)
            implements MemoryMoment {}
}
