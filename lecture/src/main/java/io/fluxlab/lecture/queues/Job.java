package io.fluxlab.lecture.queues;

import java.util.Comparator;

/**
 * What goes through the queues: as in the lecture, a pair of priority and item, compared in that order. Immutable.
 *
 * @param priority the smaller, the earlier
 * @param number when it was made
 */
record Job(int priority, int number) implements Comparable<Job> {

    private static final Comparator<Job> ORDER =
            Comparator.comparingInt(Job::priority).thenComparingInt(Job::number);

    @Override
    public int compareTo(Job other) {
        return ORDER.compare(this, other);
    }
}
