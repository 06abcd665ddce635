package io.fluxlab.verdict;

import io.fluxlab.measure.Latency;
import org.jspecify.annotations.Nullable;

/**
 * What is known about the machine before anything ran: the smallest step of its clock in nanoseconds, and the bystander's
 * latency on an idle home loop, absent where that was not measured. Immutable.
 */
public record Calibration(
        long clockGranularityNanos, @Nullable Latency idleBystander) {
    public Calibration {
        if (clockGranularityNanos < 1) {
            throw new IllegalArgumentException(
                    "clockGranularityNanos must be at least 1, was " + clockGranularityNanos);
        }
    }
}
