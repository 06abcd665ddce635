package io.fluxlab.lecture.messages;

import io.fluxlab.process.message.TooLargeException;
import io.fluxlab.process.message.UnwritableItemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

/** A child at the queue that it has opened. Thread-safe: an order that waits for room holds up no other. */
final class QueueChild {

    /** For the type of a message and its length. */
    static final int ROOM_FOR_FORM = 16;

    private final ProcessQueue queue;
    private volatile List<Object> mine = List.of();

    QueueChild(ProcessQueue queue) {
        this.queue = queue;
    }

    ProcessQueue queue() {
        return queue;
    }

    /** Does what it was told, on this thread, and answers once it is done. */
    ChildState obey(ChildCommand order) throws InterruptedException {
        try {
            play(order);
            return ChildState.holding(mine, queue);
        } catch (TooLargeException | UnwritableItemException e) {
            return ChildState.refused(e, queue);
        }
    }

    // tag::play[]
    private void play(ChildCommand order) throws InterruptedException {
        switch (order.deed()) {
            case LECTURE -> queue.put(Arrays.asList(42, null, "hello"));
            case CHANGE -> change();
            case NUMBERS -> count(order.count());
            case LOOK, COUNT -> {} // the answer tells
            case BYTES -> queue.put(new byte[order.count()]);
            case THREAD -> queue.put(Thread.currentThread());
            case LOCK -> queue.put(List.of("lock", new ReentrantLock()));
            case STREAM -> queue.put(new ByteArrayInputStream(new byte[1]));
        }
    }
    // end::play[]

    /** Between the two lines nothing is asked of the queue: the message is still in this process. */
    private void change() throws InterruptedException {
        List<Object> list = new ArrayList<>(List.of("put", "unchanged"));
        queue.put(list);
        list.set(1, "changed by who put it");
        mine = list;
    }

    private void count(int messages) throws InterruptedException {
        for (int i = 0; i < messages; i++) {
            queue.put(numbered(i));
        }
    }

    /** A message that tells its place. */
    static List<Object> numbered(int number) {
        return Arrays.asList(number, null, "hello");
    }
}
