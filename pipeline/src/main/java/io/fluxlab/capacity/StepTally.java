package io.fluxlab.capacity;

/**
 * Counts the steps at a rate that met the objectives and those that did not, until one kind is three ahead of the other. Of
 * a rate at which at most one step in four would meet them, that says "met" in one of 28 cases, or 3.6 %, and likewise the
 * other way round: the sequential probability ratio test of a quarter against three quarters, at a confidence of 95 % (Wald,
 * "Sequential Analysis", 1947, chapter 5). Rates that lie between the two are the ones at which it may go on; they are
 * undecided after eleven steps. Not thread-safe.
 */
final class StepTally {

    /** Either decision errs in at most 5 %. */
    static final double CONFIDENCE = 0.95;

    /** So many steps of one kind more than of the other decide. */
    static final int AHEAD = 3;

    /** So many steps that do not decide are enough. */
    static final int MOST_STEPS = 11;

    private int met;
    private int missed;

    void add(boolean isMet) {
        met += isMet ? 1 : 0;
        missed += isMet ? 0 : 1;
    }

    /** A step at this rate leaves nothing to be asked: whatever others show, the objectives are not met. */
    void rule() {
        missed += MOST_STEPS;
    }

    /** By how many steps those that met the objectives are ahead. */
    int ahead() {
        return met - missed;
    }

    RateDecision decision() {
        if (ahead() >= AHEAD) {
            return RateDecision.MET;
        } else if (-ahead() >= AHEAD) {
            return RateDecision.MISSED;
        }
        return met + missed >= MOST_STEPS ? RateDecision.UNDECIDED : RateDecision.OPEN;
    }
}
