package io.fluxlab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.util.concurrent.Queues;

/**
 * The items of one task that wait for the outlet. One thread at a time adds, one at a time takes, and the two may be
 * different.
 */
final class ItemBuffer {

    /** The most items in one event. */
    static final int BATCH = 512;

    /** What a body is asked for at first: one batch to fill while another one waits. */
    static final int PREFETCH = 2 * BATCH;

    private static final int CHUNK = 64;

    private final Queue<Object> items = Queues.<Object>unbounded(CHUNK).get();
    private final AtomicBoolean announced = new AtomicBoolean();
    private int sinceFull;
    private volatile long taken;

    /** Adds one; true where that fills a batch. */
    boolean add(Object item) {
        items.offer(item);
        if (++sinceFull < BATCH) {
            return false;
        }
        sinceFull = 0;
        return true;
    }

    /** Whether the buffer must now be queued at the outlet: it holds something and is not there yet. */
    boolean announce() {
        return !items.isEmpty() && announced.compareAndSet(false, true);
    }

    /** The outlet is done with the buffer for now, unless another batch is full. */
    boolean isDone() {
        if (items.size() >= BATCH) {
            return false;
        }
        announced.set(false);
        return items.size() < BATCH || !announced.compareAndSet(false, true);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    /** How many were taken so far: the index of the next item. */
    long taken() {
        return taken;
    }

    /** Takes up to a batch. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread at a time takes
    List<Object> take() {
        List<Object> batch = new ArrayList<>(Math.min(BATCH, items.size()));
        while (batch.size() < BATCH) {
            Object item = items.poll();
            if (item == null) {
                break;
            }
            batch.add(item);
        }
        taken += batch.size();
        return batch;
    }
}
