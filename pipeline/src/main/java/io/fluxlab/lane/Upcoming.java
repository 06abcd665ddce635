package io.fluxlab.lane;

/**
 * Which tasks of a run will be asked for next, for lanes that have a way to go: such a lane may have them under way before
 * they are. They are asked for in their order. Thread-safe.
 */
public interface Upcoming {

    /** No task of this index or above may start yet: it is not due, or too far ahead of the subscriber. */
    int end();

    /** How many tasks may run at once now. */
    int atOnce();
}
