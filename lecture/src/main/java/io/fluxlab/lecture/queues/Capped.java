package io.fluxlab.lecture.queues;

import java.util.AbstractQueue;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** A queue that refuses what it has no room for, as the buffer of a sink. Thread-safe. */
final class Capped<E extends Comparable<E>> extends AbstractQueue<E> {

    private final Queue<E> items;
    private final int capacity;
    private int mostInside;

    Capped(QueueOrder order, int capacity) {
        this.items = order.storage();
        this.capacity = capacity;
    }

    /** The most items that were in it at once. */
    synchronized int mostInside() {
        return mostInside;
    }

    @Override
    public synchronized boolean offer(E item) {
        boolean taken = items.size() < capacity && items.offer(item);
        mostInside = Math.max(mostInside, items.size());
        return taken;
    }

    @Override
    public synchronized @Nullable E poll() {
        return items.poll();
    }

    @Override
    public synchronized @Nullable E peek() {
        return items.peek();
    }

    @Override
    public synchronized int size() {
        return items.size();
    }

    /** Over the items that are in it now. */
    @Override
    public synchronized Iterator<E> iterator() {
        return List.copyOf(items).iterator();
    }
}
