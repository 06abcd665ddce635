package io.fluxlab.verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What one run took of the machine besides time; for a lane, what a typical run took. Immutable.
 *
 * @param cpuNanos CPU time of the whole process, in nanoseconds
 * @param cpu CPU utilisation, as in a pulse
 * @param allocatedBytes bytes allocated on the heap
 * @param peakThreads the most threads alive at once
 * @param contextSwitches context switches, where the platform tells
 * @param conflated events replaced by newer ones before the subscriber took them
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunCost(
        long cpuNanos,
        double cpu,
        long allocatedBytes,
        int peakThreads,
        @Nullable Long contextSwitches,
        long conflated) {}
