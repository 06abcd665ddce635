package io.fluxlab.verdict;

import io.fluxlab.measure.Durations;
import io.fluxlab.measure.Latency;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what speaks against trusting the figures of a comparison. */
final class Warnings {
    /** Above this spread, three per cent cannot be told in fewer than a few hundred rounds. */
    private static final double NOISY_SPREAD = 0.10;

    private static final long CLOCK_STEPS = 1_000;
    private static final long SHORTEST_NANOS = 1_000_000;

    /** Half of what a lane may do to the bystander before it can be ruled out: above it, the lane is hardly to blame. */
    private static final long STARVED_NANOS = Calm.BEARABLE_NANOS / 2;

    private final List<Warning> warnings = new ArrayList<>();

    private Warnings() {}

    static List<Warning> of(Tally tally, Calibration calibration) {
        Warnings found = new Warnings();
        found.noise(tally);
        found.rounds(tally);
        found.warnings.addAll(SettlingWarnings.of(tally));
        found.clock(tally, calibration);
        found.bystander(calibration);
        return found.warnings;
    }

    private void noise(Tally tally) {
        double[] wallNanos = tally.of(tally.baseline()).wallNanos();
        double spread = Medians.deviation(wallNanos) / Medians.of(Arrays.stream(wallNanos));
        if (spread > NOISY_SPREAD) {
            add(
                    "noisy-machine",
                    "The wall time of " + tally.baseline() + " varies by " + percent(spread)
                            + " from round to round (more than " + percent(NOISY_SPREAD)
                            + "): something else uses the machine, or the work itself varies.");
        }
    }

    private void rounds(Tally tally) {
        if (tally.rounds() < StoppingRule.ENOUGH_ROUNDS) {
            add(
                    "too-few-rounds",
                    "Only " + tally.rounds() + " of at least " + StoppingRule.ENOUGH_ROUNDS
                            + " rounds: intervals are wide and rest on the noise being normal.");
        }
    }

    private void clock(Tally tally, Calibration calibration) {
        long needed = Math.max(SHORTEST_NANOS, CLOCK_STEPS * calibration.clockGranularityNanos());
        for (String lane : tally.lanes()) {
            long median = tally.of(lane).medianNanos();
            if (median < needed) {
                add(
                        "clock-too-coarse",
                        "A run on " + lane + " takes only " + Durations.readable(median) + ": below "
                                + Durations.readable(needed)
                                + ", starting the run and the steps of the clock are what is measured.");
            }
        }
    }

    private void bystander(Calibration calibration) {
        Latency idle = calibration.idleBystander();
        if (idle != null && idle.p99Nanos() > STARVED_NANOS) {
            add(
                    "bystander-starved",
                    "The bystander waited " + Durations.readable(idle.p99Nanos())
                            + " (p99) while nothing ran: its latency is not the lanes' doing alone.");
        }
    }

    private void add(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private static String percent(double part) {
        return Math.round(part * 100) + " %";
    }
}
