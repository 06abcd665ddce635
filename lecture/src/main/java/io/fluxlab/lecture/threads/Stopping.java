package io.fluxlab.lecture.threads;

import org.jspecify.annotations.Nullable;

/**
 * How a worker took being asked to stop.
 *
 * @param worker what it does about it
 * @param signal how it was asked
 * @param stopped whether it ended within the bound
 * @param stoppedMillis how long after the signal it ended, in milliseconds; null where it did not
 * @param interrupts how many interrupts it noticed while it waited
 * @param disposed whether the subscription said that it is disposed of, at once; false where there was none
 * @param endedWithReason whether it ended once it had a reason of its own to
 */
record Stopping(
        StopReaction worker,
        Signal signal,
        boolean stopped,
        @Nullable Double stoppedMillis,
        int interrupts,
        boolean disposed,
        boolean endedWithReason) {}
