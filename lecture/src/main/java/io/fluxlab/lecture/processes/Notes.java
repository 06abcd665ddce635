package io.fluxlab.lecture.processes;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is static: the threads of a process share it, and each process has one of its own. A note for each run, because a
 * lab plays several at a time. Thread-safe.
 */
final class Notes {

    /** In a note that nobody has written to. */
    static final int BLANK = 0;

    private static final Map<String, Integer> NOTES = new ConcurrentHashMap<>();

    private Notes() {}

    static void write(String run, int value) {
        NOTES.put(run, value);
    }

    static int read(String run) {
        return NOTES.getOrDefault(run, BLANK);
    }

    /** Nobody reads this note any more. */
    static void forget(String run) {
        NOTES.remove(run);
    }
}
