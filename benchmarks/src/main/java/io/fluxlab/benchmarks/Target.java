package io.fluxlab.benchmarks;

/** The bounds that a figure should keep, both included. Immutable. */
record Target(double low, double high) {

    static Target atLeast(double low) {
        return new Target(low, Double.POSITIVE_INFINITY);
    }

    static Target atMost(double high) {
        return new Target(0, high);
    }

    static Target within(double low, double high) {
        return new Target(low, high);
    }

    boolean isMetBy(double figure) {
        return low <= figure && figure <= high;
    }

    String print(Unit unit) {
        if (low == 0) {
            return "at most " + unit.print(high);
        }
        return Double.isInfinite(high) ? "at least " + unit.print(low) : unit.print(low) + " to " + unit.print(high);
    }
}
