package io.fluxlab.lecture.interpreter;

/**
 * Something to compute: random numbers, each from the one before (Marsaglia, "Xorshift RNGs", 2003), so that no step can be
 * left out by a compiler once somebody wants the last one. Not thread-safe.
 */
final class XorshiftComputation {

    /** Some microseconds: short against any switch interval. */
    private static final int STEPS = 2_000;

    private long number = 1;
    private long steps;

    // tag::go[]
    /** Goes so far that it is time for a checkpoint. */
    void go() {
        long x = number;
        for (int i = 0; i < STEPS; i++) {
            x ^= x << 13;
            x ^= x >>> 7;
            x ^= x << 17;
        }
        number = x;
        steps += STEPS;
    }
    // end::go[]

    long steps() {
        return steps;
    }

    /** Which number it has come to. */
    long number() {
        return number;
    }
}
