package io.fluxlab.lecture.green;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one of many costs that were started and then slept. Immutable.
 *
 * @param runtime {@code java} and its version, or {@code cpython} and its
 * @param what {@code thread}, {@code green-thread} or {@code process}
 * @param count how many were started
 * @param startMicros time to start one until it runs, in microseconds
 * @param bytes memory that one takes: heap and stacks of a thread, the proportional share (Pss) of a process; null where the
 *     platform does not tell
 */
record Price(
        String runtime,
        String what,
        int count,
        double startMicros,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double bytes) {

    static final String THREAD = "thread";
    static final String GREEN_THREAD = "green-thread";
    static final String PROCESS = "process";

    /** Of threads of this JVM. */
    static Price of(String what, Cost cost) {
        Double stacks = cost.stackBytes();
        boolean isOnHeap = what.equals(GREEN_THREAD);
        Double bytes =
                isOnHeap ? (Double) cost.heapBytes() : stacks == null ? null : (Double) (stacks + cost.heapBytes());
        return new Price(java(), what, cost.asleep(), cost.startMicros(), bytes);
    }

    /** This JVM. */
    static String java() {
        return "java " + Runtime.version().feature();
    }
}
