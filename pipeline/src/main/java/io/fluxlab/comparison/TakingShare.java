package io.fluxlab.comparison;

import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.Doubt;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * How much of the CPU time went into taking events while rounds that count were measured. Confined to the comparison's
 * stream.
 */
final class TakingShare {

    /** More than this can move a figure out of the band in which lanes count as the same. */
    private static final double MOST = 0.03;

    private final LongSupplier cpuNanosSoFar;
    private long startNanos;
    private long takingNanos;
    private long workNanos;

    /** The share of what costs so much so far: see {@link TakingCost}. */
    TakingShare(LongSupplier cpuNanosSoFar) {
        this.cpuNanosSoFar = cpuNanosSoFar;
    }

    /** A run starts. */
    void start() {
        startNanos = cpuNanosSoFar.getAsLong();
    }

    /** The run that started last has ended; its CPU time is the process's, that of taking its events included. */
    void end(RunSummary summary) {
        long taking = Math.min(summary.cpuNanos(), Math.max(0, cpuNanosSoFar.getAsLong() - startNanos));
        takingNanos += taking;
        workNanos += summary.cpuNanos() - taking;
    }

    /** Says so where it was too much. */
    List<Doubt> doubts() {
        double share = (double) takingNanos / Math.max(1, workNanos);
        return share <= MOST ? List.of() : List.of(new Doubt.TakingEvents(share));
    }
}
