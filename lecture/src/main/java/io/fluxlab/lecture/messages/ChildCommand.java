package io.fluxlab.lecture.messages;

/**
 * What a parent tells its child to do at the queue that the child has opened. Immutable.
 *
 * @param deed what to do
 * @param count how often, or how large, where that is open
 */
record ChildCommand(Deed deed, int count) {

    /** What a child does. */
    enum Deed {
        /** Puts the lecture's list. */
        LECTURE,
        /** Puts a list and changes it afterwards. */
        CHANGE,
        /** Says what the list of {@link #CHANGE} is now. */
        LOOK,
        /** Puts numbered messages. */
        NUMBERS,
        /** Says how much was put, and who waits to put more. */
        COUNT,
        /** Puts so many bytes in one message. */
        BYTES,
        /** Puts a running thread. */
        THREAD,
        /** Puts a lock in a list. */
        LOCK,
        /** Puts an open stream. */
        STREAM
    }

    static ChildCommand to(Deed deed) {
        return new ChildCommand(deed, 0);
    }
}
