package io.fluxlab.lecture.manager;

import java.util.List;

/**
 * A call of an object that lives in another process. Immutable.
 *
 * @param method which method
 * @param argument for instance how many, where the method takes a number
 * @param message what is put, where something is
 */
record MethodCall(Method method, int argument, List<Object> message) {

    /** What can be called. */
    enum Method {
        /** Waits for room, and puts the message. */
        PUT,
        /** Waits for a message, which is the answer. */
        GET,
        /** Waits for one of the places. */
        ACQUIRE,
        /** Gives a place back. */
        RELEASE,
        /** Waits until the flag is set. */
        WAIT_SET,
        /** Sets the flag. */
        SET,
        /** Clears the flag. */
        CLEAR,
        /** Whether the flag is set. */
        IS_SET,
        /** Waits for the condition's lock. */
        LOCK,
        /** Gives it back. */
        UNLOCK,
        /** Gives it back, waits to be notified, and then for the lock. */
        WAIT,
        /** Notifies so many of those who wait. */
        NOTIFY
    }

    static MethodCall of(Method method) {
        return new MethodCall(method, 0, List.of());
    }
}
