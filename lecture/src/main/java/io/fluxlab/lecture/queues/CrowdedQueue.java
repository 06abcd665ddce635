package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.Receipts;
import io.fluxlab.lecture.queues.QueuesWorkload.Parameters;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Crowd;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * The jobs that producers send and consumers get in a crowd, and who got which. Each producer has a range of numbers of
 * its own and sends it in ascending order. Thread-safe.
 */
final class CrowdedQueue {

    private final Parameters parameters;
    private final Receipts receipts;
    private final AtomicInteger overtaken = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();

    CrowdedQueue(Parameters parameters) {
        this.parameters = parameters;
        this.receipts = new Receipts(parameters.items());
    }

    /** The first job of a producer, and the end of the one before. */
    int from(int producer) {
        return (int) ((long) parameters.items() * producer / parameters.producers());
    }

    /** The job of this number. */
    PrioritizedItem job(int number) {
        return job(number, parameters.seed());
    }

    /** The first {@code count} jobs. */
    static List<PrioritizedItem> few(int count, long seed) {
        return IntStream.range(0, count).mapToObj(number -> job(number, seed)).toList();
    }

    /** Its priority is the same whenever it is asked for. */
    private static PrioritizedItem job(int number, long seed) {
        return new PrioritizedItem(new SplittableRandom(seed + number).nextInt(100), number);
    }

    /** What one consumer got, to be told in the order that it got them. Not thread-safe. */
    final class Consumer {
        private final int[] latest = new int[parameters.producers()];

        Consumer() {
            Arrays.fill(latest, -1);
        }

        void got(PrioritizedItem job) {
            receipts.add(job.number());
            int producer = producerOf(job.number());
            if (job.number() < latest[producer]) {
                overtaken.incrementAndGet();
            }
            latest[producer] = Math.max(latest[producer], job.number());
            done.incrementAndGet();
        }
    }

    int done() {
        return done.get();
    }

    Crowd seen(QueueOrder order, int mostInside, int doneWhenJoined) {
        return new Crowd(
                "crowd",
                order,
                parameters.items(),
                receipts.different(),
                receipts.twice(),
                overtaken.get(),
                mostInside,
                doneWhenJoined);
    }

    private int producerOf(int number) {
        int producer = parameters.producers() - 1;
        while (from(producer) > number) {
            producer--;
        }
        return producer;
    }
}
