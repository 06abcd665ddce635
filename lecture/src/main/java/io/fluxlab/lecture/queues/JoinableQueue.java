package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.Patience;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A queue between threads that knows when all that was put into it has been done: Python's {@code queue.Queue}, {@code
 * LifoQueue} and {@code PriorityQueue} (lecture: Потокобезопасная очередь). As there, one mutex guards everything, and
 * three conditions say that there is an item, that there is room, and that all is done. Thread-safe. Every wait has a
 * limit, and fails with its name where that is reached.
 */
final class JoinableQueue<E extends Comparable<E>> {

    private final ReentrantLock mutex = new ReentrantLock();
    private final Condition notEmpty = mutex.newCondition();
    private final Condition notFull = mutex.newCondition();
    private final Condition allDone = mutex.newCondition();
    private final Queue<E> items;
    private final int capacity;
    private int unfinished;
    private int mostInside;

    /**
     * An empty queue.
     *
     * @param capacity how many items it holds before {@link #put} waits; 0 is any number
     */
    JoinableQueue(QueueOrder order, int capacity) {
        this.items = order.storage();
        this.capacity = capacity;
    }

    // tag::put[]
    /** Puts an item, waiting for room where the queue is bounded. */
    void put(E item, Patience patience) throws InterruptedException {
        mutex.lock();
        try {
            await(notFull, () -> capacity > 0 && items.size() >= capacity, patience, "room in the queue");
            items.add(item);
            unfinished++;
            mostInside = Math.max(mostInside, items.size());
            notEmpty.signal();
        } finally {
            mutex.unlock();
        }
    }
    // end::put[]

    /** Takes the next item, waiting for one. */
    E get(Patience patience) throws InterruptedException {
        mutex.lock();
        try {
            await(notEmpty, items::isEmpty, patience, "an item of the queue");
            E item = items.remove();
            notFull.signal();
            return item;
        } finally {
            mutex.unlock();
        }
    }

    /**
     * Says of one item that was taken that it has been dealt with.
     *
     * @throws IllegalStateException where more are said to be done than were put
     */
    void taskDone() {
        mutex.lock();
        try {
            if (unfinished == 0) {
                throw new IllegalStateException("task_done() called too many times");
            }
            unfinished--;
            if (unfinished == 0) {
                allDone.signalAll();
            }
        } finally {
            mutex.unlock();
        }
    }

    /** Waits until everything that was put has been dealt with; false where the limit was reached. */
    boolean join(Patience patience) throws InterruptedException {
        mutex.lock();
        try {
            return patience.await(allDone, () -> unfinished > 0);
        } finally {
            mutex.unlock();
        }
    }

    /** The most items that were in it at once. */
    int mostInside() {
        return locked(() -> mostInside);
    }

    /** How many items were put and have not been dealt with. */
    int unfinished() {
        return locked(() -> unfinished);
    }

    /** How many threads wait until everything has been dealt with. */
    int waitingForAll() {
        return locked(() -> mutex.getWaitQueueLength(allDone));
    }

    private static void await(Condition condition, BooleanSupplier blocked, Patience patience, String what)
            throws InterruptedException {
        if (!patience.await(condition, blocked)) {
            throw patience.inVain(what);
        }
    }

    private int locked(IntSupplier look) {
        mutex.lock();
        try {
            return look.getAsInt();
        } finally {
            mutex.unlock();
        }
    }
}
