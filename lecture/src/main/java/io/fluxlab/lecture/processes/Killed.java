package io.fluxlab.lecture.processes;

import java.util.List;

/**
 * What came of a lock whose holder was killed.
 *
 * @param moment {@code killed}
 * @param process id of the holder
 * @param exitStatus that the holder ended with: 137 is SIGKILL
 * @param waiting how many others waited for the lock then
 * @param before how many of them had it before that: none, where it is a lock
 * @param wentOn how many of them had it afterwards
 * @param firstNanos from the kill until the first of them had printed its line
 * @param lastNanos from the kill until all of them had
 * @param torn the lines that are not whole: the holder had begun one
 */
record Killed(
        String moment,
        long process,
        int exitStatus,
        int waiting,
        int before,
        int wentOn,
        long firstNanos,
        long lastNanos,
        List<String> torn) {}
