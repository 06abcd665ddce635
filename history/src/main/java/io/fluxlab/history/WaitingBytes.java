package io.fluxlab.history;

import java.util.concurrent.atomic.AtomicLong;

/** What all runs together may keep in memory until it is written. Thread-safe. */
final class WaitingBytes {

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    WaitingBytes(long most) {
        this.most = most;
    }

    /** Takes so many bytes, if there is room for them. */
    boolean take(long bytes) {
        if (taken.addAndGet(bytes) <= most) {
            return true;
        }
        taken.addAndGet(-bytes);
        return false;
    }

    /** Whether half of what may wait does. */
    boolean isHalfTaken() {
        return taken.get() > most / 2;
    }

    void giveBack(long bytes) {
        taken.addAndGet(-bytes);
    }

    /** What waits now. */
    long taken() {
        return taken.get();
    }
}
