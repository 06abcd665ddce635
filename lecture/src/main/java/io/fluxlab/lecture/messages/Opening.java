package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Patience;

/**
 * The first that goes through a pipe: what the child is to do at its end. Immutable.
 *
 * @param play what to do
 * @param count how often, where that is open
 * @param limitMillis how long to wait for the other end
 */
record Opening(Play play, int count, int limitMillis) {

    /** How large a message may be. */
    static final int MOST_BYTES = 1 << 20;

    /** What a child does at its end of a pipe. */
    enum Play {
        /** Sends the lecture's list, receives one, says which, and says when the other end was closed. */
        LECTURE,
        /** Sends a word and closes its end. */
        CLOSE,
        /** Sends a word and waits. */
        WAIT,
        /** Sends numbered messages. */
        NUMBERS,
        /** Sends back what it receives. */
        RETURN,
        /** Sends a word, and says what becomes of receiving one, at an end that only sends or at one that does both. */
        ONE_WAY,
        /** Sends more than the pipe takes, says what the pipe said, and goes on. */
        TOO_LARGE,
        /** Sends back what comes, through a queue. */
        RETURN_BY_QUEUE
    }

    Patience patience() {
        return Patience.millis(limitMillis);
    }
}
