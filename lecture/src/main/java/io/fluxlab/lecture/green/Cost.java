package io.fluxlab.lecture.green;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.fluxlab.lecture.green.GreenThreadsWorkload.Sleeper;
import org.jspecify.annotations.Nullable;

/**
 * What each of many sleepers costs. Immutable.
 *
 * @param sleeper what sleeps
 * @param asleep how many were asleep at once when memory was looked at
 * @param systemThreads how many more threads the process had by the system's count when they were asleep; null where it does not
 *     tell
 * @param startMicros time to start one until it is about to sleep, in microseconds
 * @param heapBytes heap that one takes
 * @param stackBytes memory that its stacks take, in the process and in the kernel; null where the platform does not tell
 */
record Cost(
        Sleeper sleeper,
        int asleep,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long systemThreads,
        double startMicros,
        double heapBytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Double stackBytes) {}
