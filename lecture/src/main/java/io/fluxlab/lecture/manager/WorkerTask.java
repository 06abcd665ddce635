package io.fluxlab.lecture.manager;

import io.fluxlab.lecture.demonstration.Patience;

/**
 * What a child is to do with the object that its parent keeps. Immutable.
 *
 * @param role what it does
 * @param count how often
 * @param stayMillis how long it stays inside, in milliseconds
 * @param folder of what the processes share beside the object
 * @param limitMillis how long one wait may take, in milliseconds
 */
record WorkerTask(Role role, int count, int stayMillis, String folder, int limitMillis) {

    /** What a child does. */
    enum Role {
        /** Acquires the semaphore, stays inside, releases it. */
        GUEST,
        /** Stays inside without asking. */
        INTRUDER,
        /** Releases a semaphore that it has not acquired. */
        RELEASER,
        /** Waits for the event. */
        WAITER,
        /** Looks at the event, sets it, looks, clears it, and looks again. */
        SETTER,
        /** Waits until there is something in stock, and takes it. */
        CONSUMER,
        /** Adds something to the stock, and notifies one. */
        PRODUCER,
        /** Puts a message and gets one, again and again. */
        PUTTER_AND_GETTER,
        /** Gets one message. */
        GETTER
    }

    Patience patience() {
        return Patience.millis(limitMillis);
    }
}
