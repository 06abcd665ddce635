package io.fluxlab.lecture.signals;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.fluxlab.lecture.demonstration.Patience;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntSupplier;

/**
 * Items behind a condition variable, as in the lecture: {@code with cv: while not an_item_is_available(): cv.wait()}.
 * Thread-safe.
 */
final class GuardedItems {

    /** What a consumer has got who has taken an item where there was none. */
    static final int NOTHING = -1;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Integer> items = new ArrayDeque<>();
    private boolean closed;
    private int wokenForNothing;
    private int takenOfNothing;
    private int level;
    private int lowestLevel;

    /** Puts an item and wakes one who waits for it. */
    void put(int item) {
        lock.lock();
        try {
            items.add(item);
            level++;
            changed.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Says that no more items will come. */
    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Wakes one who waits although nothing has changed; false where there was nobody or there was an item. */
    boolean wakeForNothing() {
        lock.lock();
        try {
            boolean forNothing = items.isEmpty() && lock.hasWaiters(changed);
            if (forNothing) {
                changed.signal();
            }
            return forNothing;
        } finally {
            lock.unlock();
        }
    }

    // tag::take[]
    /** Waits for an item and takes it, looking again whenever it was woken; empty where no more will come. */
    OptionalInt take(Patience patience) throws InterruptedException {
        lock.lock();
        try {
            boolean woken = false;
            while (items.isEmpty() && !closed) {
                if (woken) {
                    wokenForNothing++;
                }
                await(patience);
                woken = true;
            }
            return closed && items.isEmpty() ? OptionalInt.empty() : OptionalInt.of(anAvailableItem());
        } finally {
            lock.unlock();
        }
    }
    // end::take[]

    /** Takes an item, and is broken: it believes that there is an item because it was woken. */
    OptionalInt takeUnseen(Patience patience) throws InterruptedException {
        lock.lock();
        try {
            if (items.isEmpty() && !closed) {
                await(patience);
            }
            return closed && items.isEmpty() ? OptionalInt.empty() : OptionalInt.of(anAvailableItem());
        } finally {
            lock.unlock();
        }
    }

    /** The lecture's {@code get_an_available_item()}, which trusts that there is one: it keeps the books, and looks at nothing. */
    private int anAvailableItem() {
        Integer item = items.poll();
        level--;
        lowestLevel = Math.min(lowestLevel, level);
        if (item == null) {
            takenOfNothing++;
            return NOTHING;
        }
        return item;
    }

    /** How often a consumer was woken and found nothing. */
    int wokenForNothing() {
        return locked(() -> wokenForNothing);
    }

    /** How often a consumer has gone on to take an item where there was none. */
    int takenOfNothing() {
        return locked(() -> takenOfNothing);
    }

    /** How many items there should be by now, by the books: those that were put, less those that were taken. */
    int level() {
        return locked(() -> level);
    }

    /** How few there were at the least, by the books. */
    int lowestLevel() {
        return locked(() -> lowestLevel);
    }

    /** How many consumers wait now. */
    int waiting() {
        return locked(() -> lock.getWaitQueueLength(changed));
    }

    @SuppressWarnings("WaitNotInLoop") // whether there is a loop around it is what is shown
    private void await(Patience patience) throws InterruptedException {
        if (!changed.await(patience.limit().toNanos(), NANOSECONDS)) {
            throw patience.inVain("an item");
        }
    }

    private int locked(IntSupplier look) {
        lock.lock();
        try {
            return look.getAsInt();
        } finally {
            lock.unlock();
        }
    }
}
