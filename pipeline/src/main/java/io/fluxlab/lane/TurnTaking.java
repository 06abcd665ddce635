package io.fluxlab.lane;

import java.util.concurrent.Executor;

/**
 * Goes straight on with another task only for so long: then the next one is handed over like the first, and whatever else
 * waits for the thread has its turn before. Tasks that take longer are handed over one by one, as those of an application are.
 */
final class TurnTaking implements Strand {

    /** Handing over takes some microseconds, and a timer that waits so long is noticed by nobody. */
    private static final long TURN_NANOS = 1_000_000;

    private final Executor thread;

    /** Confined to the thread. */
    private long turnStartNanos;

    TurnTaking(Executor thread) {
        this.thread = thread;
    }

    @Override
    public void execute(Runnable command) {
        thread.execute(() -> {
            turnStartNanos = System.nanoTime();
            command.run();
        });
    }

    @Override
    public boolean mayGoOn() {
        return System.nanoTime() - turnStartNanos < TURN_NANOS;
    }
}
