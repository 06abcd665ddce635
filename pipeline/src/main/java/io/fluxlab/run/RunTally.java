package io.fluxlab.run;

/** A run's accounts. Confined to the outlet's turn. */
final class RunTally {

    private int ended;
    private int failed;
    private long items;
    private long lastEndNanos;

    void ended(long atNanos, long taskItems, boolean hasFailed) {
        ended++;
        failed += hasFailed ? 1 : 0;
        items += taskItems;
        lastEndNanos = Math.max(lastEndNanos, atNanos);
    }

    int tasks() {
        return ended;
    }

    int failed() {
        return failed;
    }

    long items() {
        return items;
    }

    /** The end of the last task: the run's wall time. */
    long wallNanos() {
        return lastEndNanos;
    }
}
