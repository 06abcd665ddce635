package io.fluxlab.catalog.primes;

/**
 * The whole numbers from {@code from} to {@code to}, both included; immutable and thread-safe.
 *
 * <p>A range whose {@code to} is less than its {@code from} is empty.
 *
 * @param from the first number, 0 to {@value #MAX}
 * @param to the last number, 0 to {@value #MAX}
 */
public record PrimeRange(long from, long to) {

    /** The largest number that can be searched: 10^14, whose root is 10^7. */
    public static final long MAX = 100_000_000_000_000L;

    public PrimeRange {
        requireWithinBounds("from", from);
        requireWithinBounds("to", to);
    }

    /** How many numbers there are in the range, prime or not. */
    public long size() {
        return Math.max(0, to - from + 1);
    }

    boolean contains(long number) {
        return from <= number && number <= to;
    }

    private static void requireWithinBounds(String name, long value) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException(name + " must be between 0 and " + MAX + ", was " + value);
        }
    }
}
