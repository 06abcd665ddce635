package io.fluxlab.lecture.locks;

import java.util.concurrent.atomic.AtomicInteger;

/** Counts who is inside, and hinders nobody. Thread-safe. */
final class Room {

    private final AtomicInteger inside = new AtomicInteger();

    /** Somebody comes in; so many are inside now. */
    int enter() {
        return inside.incrementAndGet();
    }

    /** Somebody goes out. */
    void leave() {
        inside.decrementAndGet();
    }
}
