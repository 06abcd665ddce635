package io.fluxlab.lane;

import java.util.concurrent.Executor;

/** Where one task at a time runs: an executor that a task's body is subscribed and asked for more on. Thread-safe. */
public interface Strand extends Executor {

    /**
     * Whether the thread may go straight on with another task. Where not, the next one goes through {@link #execute},
     * so that others get their turn. Called on the strand's thread, between two tasks.
     */
    default boolean mayGoOn() {
        return true;
    }

    /** Gives the strand's thread back. What still runs on it goes on. */
    default void dispose() {}
}
