package io.fluxlab.lecture.queues;

import java.util.Comparator;

/**
 * What goes through the queues: as in the lecture, a pair of priority and item, compared in that order. Immutable.
 *
 * @param priority the smaller, the earlier
 * @param number when it was made
 */
record PrioritizedItem(int priority, int number) implements Comparable<PrioritizedItem> {

    private static final Comparator<PrioritizedItem> ORDER =
            Comparator.comparingInt(PrioritizedItem::priority).thenComparingInt(PrioritizedItem::number);

    @Override
    public int compareTo(PrioritizedItem other) {
        return ORDER.compare(this, other);
    }
}
