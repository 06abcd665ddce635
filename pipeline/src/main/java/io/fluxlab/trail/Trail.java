package io.fluxlab.trail;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * Where one task's body was: the thread on which it was built and subscribed, the threads on which its signals came, and
 * how long the building took. Costs a comparison per item where the thread stays the same.
 *
 * <p>Written by whoever has the task's turn, one thread at a time, and read after the task's end.
 */
public final class Trail {

    /** One call in so many is timed where a task builds many publishers. */
    private static final int TIMED = 16;

    private final Thread start = Thread.currentThread();
    private Thread current = start;
    private long itemsHere;
    private @Nullable Map<String, Long> itemsBefore;
    private @Nullable Thread end;
    private boolean isBuilt;
    private long buildingNanos;
    private long timedNanos;
    private int timed;
    private int parts;
    private boolean hasParts;
    private boolean isSameBody = true;
    private @Nullable Publisher<?> body;
    private @Nullable HopFlux<?> followed;

    /** The task's body was built in so many nanoseconds. */
    public void built(Publisher<?> whole, long nanos) {
        isBuilt = true;
        buildingNanos = nanos;
        if (whole instanceof HopFlux<?> hops) {
            followed = hops;
        }
        if (body == null) {
            body = whole;
        }
    }

    /** Builds one of the publishers that the body subscribes to, and keeps an eye on how long that takes. */
    public <P extends Publisher<?>> P build(Supplier<P> part) {
        if (!isBuilt) {
            return keep(part.get()); // timed with the whole
        }
        if (parts++ % TIMED != 0) {
            return keep(part.get());
        }
        long before = System.nanoTime();
        P publisher = part.get();
        timedNanos += System.nanoTime() - before;
        timed++;
        return keep(publisher);
    }

    /** One of the publishers that the body subscribes to was built in so many nanoseconds. */
    public void partBuilt(Publisher<?> part, long nanos) {
        Publisher<?> unused = keep(part);
        if (isBuilt) {
            timedNanos += nanos;
            timed++;
            parts++;
        }
    }

    private <P extends Publisher<?>> P keep(P publisher) {
        isSameBody &= body == null || body == publisher || !hasParts;
        hasParts = true;
        body = publisher;
        return publisher;
    }

    /** An item arrives on this thread. */
    public void item() {
        Thread thread = Thread.currentThread();
        if (thread != current) {
            moveTo(thread);
        }
        itemsHere++;
    }

    /** The last signal arrives on this thread. */
    public void end() {
        end = Thread.currentThread();
    }

    private void moveTo(Thread thread) {
        if (itemsHere > 0) {
            Map<String, Long> before = itemsBefore;
            if (before == null) {
                before = new LinkedHashMap<>();
                itemsBefore = before;
            }
            before.merge(ThreadNames.groupOf(current), itemsHere, Long::sum);
            itemsHere = 0;
        }
        current = thread;
    }

    Thread startThread() {
        return start;
    }

    /** Null where the task was told to end. */
    @Nullable
    Thread endThread() {
        return end;
    }

    Thread lastItemThread() {
        return current;
    }

    long lastItems() {
        return itemsHere;
    }

    Map<String, Long> itemsBefore() {
        return itemsBefore == null ? Map.of() : itemsBefore;
    }

    long assemblyNanos() {
        return buildingNanos + (timed == 0 ? 0 : timedNanos * parts / timed);
    }

    /** The way of a task that was followed; null of any other. */
    @Nullable
    HopPath path() {
        return followed == null ? null : followed.path();
    }

    /** The publisher that the task was given last; null where it was given none. A moment old where it is read meanwhile. */
    public @Nullable Publisher<?> lastBody() {
        return body;
    }

    /** The only publisher that the task was given; null where there were several. */
    @Nullable
    Publisher<?> onlyBody() {
        return isSameBody ? body : null;
    }
}
