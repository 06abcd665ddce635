package io.fluxlab.verdict;

/** A closed range of ratios, both ends included. Immutable. */
public record Interval(double low, double high) {

    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("low must not be above high, was " + low + " to " + high);
        }
    }

    /** Whether this range lies within the other. */
    public boolean inside(Interval other) {
        return low >= other.low && high <= other.high;
    }

    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** The range of the ratio turned over: a time ratio becomes a speed-up. */
    public Interval inverse() {
        return new Interval(1 / high, 1 / low);
    }
}
