package io.fluxlab.lane;

import java.util.concurrent.Executor;

/**
 * Where one task at a time runs: an executor that a task's body is subscribed and asked for more on, one command after
 * the other. Ends with its session, and takes no more then. Thread-safe.
 */
public interface Strand extends Executor {

    /**
     * Whether the thread may go straight on with another task. Where not, the next one goes through {@link #execute},
     * so that others get their turn. Called on the strand's thread, between two tasks.
     */
    default boolean mayGoOn() {
        return true;
    }
}
