package io.fluxlab.run;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of one task on their way from its body to the emitter. The body calls {@link #add}, any thread
 * {@link #announce}, and the emitter, one thread at a time, everything else.
 */
final class TaskOutput {

    private final int task;
    private volatile @Nullable ItemBuffer buffer;
    private boolean closed;

    TaskOutput(int task) {
        this.task = task;
    }

    int task() {
        return task;
    }

    /** Adds an item; true where a batch waits and has to be announced to the emitter by whoever called. */
    boolean add(Object item) {
        ItemBuffer items = buffer;
        if (items == null) {
            items = new ItemBuffer();
            buffer = items;
        }
        return items.add(item) && items.announce();
    }

    /** Whether the emitter must now be told of items: some wait, and it does not know of any. */
    boolean announce() {
        ItemBuffer items = buffer;
        return items != null && items.announce();
    }

    /** Takes up to a batch; nothing once it is closed. */
    List<Object> take() {
        ItemBuffer items = buffer;
        return closed || items == null ? List.of() : items.take();
    }

    /** How many were taken so far: the index of the next item. */
    long taken() {
        ItemBuffer items = buffer;
        return items == null ? 0 : items.taken();
    }

    /** Whether the emitter is done with the items for now. */
    boolean isDone() {
        ItemBuffer items = buffer;
        return items == null || items.isDone();
    }

    /** The task's end is the last that is heard of it, also where its body goes on. */
    void close() {
        closed = true;
    }
}
