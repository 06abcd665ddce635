package io.fluxlab.lecture.messages;

import io.fluxlab.lecture.demonstration.Patience;

/**
 * What a queue is opened with. Immutable.
 *
 * @param capacity how many messages it holds
 * @param mostBytes how large a message may be
 * @param limitMillis how long to wait for room
 */
record QueueSettings(int capacity, int mostBytes, int limitMillis) {

    ProcessQueue open() {
        return new ProcessQueue(capacity, mostBytes, patience());
    }

    Patience patience() {
        return Patience.millis(limitMillis);
    }
}
