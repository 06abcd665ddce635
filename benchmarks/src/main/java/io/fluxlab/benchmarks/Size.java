package io.fluxlab.benchmarks;

/** How much a benchmark does. */
enum Size {
    /** Enough to see that it runs: seconds, and figures that say nothing. */
    SHORT,
    /** Enough for figures. */
    FULL;

    int pick(int inShort, int inFull) {
        return switch (this) {
            case SHORT -> inShort;
            case FULL -> inFull;
        };
    }
}
