package io.fluxlab.lecture.manager;

import java.util.List;

/**
 * What a child says at the end of its {@link WorkerTask}. Immutable.
 *
 * @param process its id
 * @param stays when it came in and when it went out, each in microseconds since 1970
 * @param answers what it was answered, where it asked
 * @param got what it got
 */
record WorkerReport(long process, List<Stay> stays, List<Boolean> answers, List<List<Object>> got) {

    /** From when to when, in microseconds since 1970: the clock that all processes of a machine have in common. */
    record Stay(long from, long to) {}
}
