package io.fluxlab.lecture.signals;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.fluxlab.lecture.crew.Patience;
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
final class Stock {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Integer> items = new ArrayDeque<>();
    private boolean closed;
    private int wokenForNothing;
    private int takenOfNothing;

    /** Puts an item and wakes one who waits for it. */
    void put(int item) {
        lock.lock();
        try {
            items.add(item);
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
            return items.isEmpty() ? OptionalInt.empty() : OptionalInt.of(items.remove());
        } finally {
            lock.unlock();
        }
    }

    /** Takes an item, and is broken: it believes that there is an item because it was woken. */
    OptionalInt takeUnseen(Patience patience) throws InterruptedException {
        lock.lock();
        try {
            while (true) {
                if (items.isEmpty() && !closed) {
                    await(patience);
                }
                if (!items.isEmpty()) {
                    return OptionalInt.of(items.remove());
                }
                if (closed) {
                    return OptionalInt.empty();
                }
                takenOfNothing++; // here the lecture's get_an_available_item() would fail, or take what is not there
            }
        } finally {
            lock.unlock();
        }
    }

    /** How often a consumer was woken and found nothing. */
    int wokenForNothing() {
        return locked(() -> wokenForNothing);
    }

    /** How often a consumer has gone on to take an item where there was none. */
    int takenOfNothing() {
        return locked(() -> takenOfNothing);
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
