package io.fluxlab.benchmarks;

/**
 * Measurements of two things that were run in turn, so that what disturbs the machine disturbs both. Immutable.
 *
 * @param one the measurements of one
 * @param other those of the other, pair by pair
 */
@SuppressWarnings("ArrayRecordComponent") // read here only
record Pairs(double[] one, double[] other) {

    /** Takes one measurement. */
    @FunctionalInterface
    interface Probe {
        double take() throws Exception;
    }

    /** Takes {@code count} pairs, each time beginning with the one that came last before; warm-ups are not counted. */
    static Pairs of(int warmups, int count, Probe one, Probe other) throws Exception {
        for (int i = 0; i < warmups; i++) {
            one.take();
            other.take();
        }
        double[] ones = new double[count];
        double[] others = new double[count];
        for (int i = 0; i < count; i++) {
            if (i % 2 == 0) {
                ones[i] = one.take();
                others[i] = other.take();
            } else {
                others[i] = other.take();
                ones[i] = one.take();
            }
        }
        return new Pairs(ones, others);
    }

    /** Of each pair, one over the other. */
    Spread ratio() {
        double[] ratios = new double[one.length];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = one[i] / other[i];
        }
        return Spread.of(ratios);
    }

    Spread ofOne() {
        return Spread.of(one);
    }

    Spread ofOther() {
        return Spread.of(other);
    }
}
