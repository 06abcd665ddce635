package io.fluxlab.run;

import io.fluxlab.workload.Plan;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import reactor.util.concurrent.Queues;

/**
 * The items of one task that wait for the emitter. One thread at a time adds, one at a time takes, and the two may be
 * different.
 *
 * <p>Counts for itself what is in the queue: the queue's own size is a guess while both ends are at work, below zero now
 * and then. {@code added} is written after the item is in, so that what it counts can be taken.
 */
final class ItemBuffer {

    private static final AtomicLongFieldUpdater<ItemBuffer> ADDED =
            AtomicLongFieldUpdater.newUpdater(ItemBuffer.class, "added");
    private static final AtomicIntegerFieldUpdater<ItemBuffer> ANNOUNCED =
            AtomicIntegerFieldUpdater.newUpdater(ItemBuffer.class, "announced");

    /** The most items in one event. */
    static final int BATCH = 512;

    /** What a body is asked for at first: one batch to fill while another one waits. */
    static final int PREFETCH = Plan.ITEMS_AT_ONCE;

    private static final int CHUNK = 64;

    private final Queue<Object> items = Queues.<Object>unbounded(CHUNK).get();
    private volatile long added;
    private volatile long taken;
    private volatile int announced;

    /**
     * Adds one; true where a batch waits. Then, and only then, the count is written with a full fence: either this
     * thread sees that the emitter is done with the buffer, or the emitter sees that a batch is full.
     */
    boolean add(Object item) {
        items.offer(item);
        long count = added + 1;
        if (count - taken < BATCH) {
            ADDED.lazySet(this, count);
            return false;
        }
        ADDED.set(this, count);
        return true;
    }

    /** Whether the buffer must now be queued at the emitter: it holds something and is not there yet. */
    boolean announce() {
        return announced == 0 && waiting() > 0 && ANNOUNCED.compareAndSet(this, 0, 1);
    }

    /** The emitter is done with the buffer for now, unless another batch is full. */
    boolean isDone() {
        if (waiting() >= BATCH) {
            return false;
        }
        announced = 0;
        return waiting() < BATCH || !ANNOUNCED.compareAndSet(this, 0, 1);
    }

    /** How many were taken so far: the index of the next item. */
    long taken() {
        return taken;
    }

    /** Takes up to a batch. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time takes
    List<Object> take() {
        int count = (int) Math.min(BATCH, waiting());
        List<Object> batch = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            batch.add(items.remove());
        }
        taken += count;
        return batch;
    }

    /** What {@code taken} says is read first, so that the difference is never below zero. */
    private long waiting() {
        long gone = taken;
        return added - gone;
    }
}
