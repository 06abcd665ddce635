package io.fluxlab.lecture.memory;

import io.fluxlab.lecture.demonstration.Patience;

/**
 * What a parent has its child do with a segment. Immutable.
 *
 * @param deed what to do
 * @param file where the segment is
 * @param count how often
 * @param processes how many do it at once
 * @param limitMillis how long to wait for the others
 * @param taken where the parent has the segment: the child has it elsewhere
 */
record Duty(Deed deed, String file, int count, int processes, int limitMillis, String taken) {

    /** What a child does. */
    enum Deed {
        /** The lecture's f(num, arr). */
        LECTURE,
        /** Increments: reads, adds, writes. */
        IN_STEPS,
        /** Increments in a single step. */
        AT_ONCE,
        /** Increments in the three steps, under a lock that is in the segment, too. */
        UNDER_LOCK,
        /** Hands back what it is handed. */
        HAND_BACK
    }

    Patience patience() {
        return Patience.millis(limitMillis);
    }
}
