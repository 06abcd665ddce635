package io.fluxlab.catalog.primes;

import io.fluxlab.parameter.Param;
import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole numbers from {@code from} to {@code to}, both included; immutable and thread-safe.
 *
 * <p>A range whose {@code to} is less than its {@code from} is empty. Its text form is {@code 10001-20000}.
 *
 * @param from the first number, 0 to {@value #MAX}
 * @param to the last number, 0 to {@value #MAX}
 */
public record PrimeRange(
        @Param(value = "the first number", min = 0, max = MAX)
        long from,

        @Param(value = "the last number", min = 0, max = MAX)
        long to) {

    /** The largest number that can be searched: 10^14, whose root is 10^7. */
    public static final long MAX = 100_000_000_000_000L;

    private static final Pattern TEXT = Pattern.compile("(\\d{1,18})\\s*-\\s*(\\d{1,18})");

    public PrimeRange {
        requireWithinBounds("from", from);
        requireWithinBounds("to", to);
    }

    /**
     * Reads the text form.
     *
     * @throws IllegalArgumentException where it is none; its message says what would be right
     */
    public static PrimeRange parse(String text) {
        Matcher numbers = TEXT.matcher(text.trim());
        if (numbers.matches()) {
            long from = Long.parseLong(numbers.group(1));
            long to = Long.parseLong(numbers.group(2));
            if (from <= MAX && to <= MAX) {
                return new PrimeRange(from, to);
            }
        }
        throw new IllegalArgumentException("two numbers between 0 and " + MAX + " like 3-10000");
    }

    /** How many numbers there are in the range, prime or not. */
    public long size() {
        return Math.max(0, to - from + 1);
    }

    /**
     * The range cut into so many that follow each other, whose sizes differ by one at the most; into fewer where there
     * are not enough numbers for all.
     */
    public List<PrimeRange> cut(int pieces) {
        if (size() == 0) {
            return List.of(this);
        }
        return new Pieces(this, (int) Math.min(pieces, size()));
    }

    /** Pieces are made when they are asked for: a million of them cost nothing before. */
    private static final class Pieces extends AbstractList<PrimeRange> implements RandomAccess {
        private final PrimeRange whole;
        private final int count;

        Pieces(PrimeRange whole, int count) {
            this.whole = whole;
            this.count = count;
        }

        @Override
        public int size() {
            return count;
        }

        @Override
        public PrimeRange get(int piece) {
            Objects.checkIndex(piece, count);
            return new PrimeRange(whole.start(piece, count), whole.start(piece + 1, count) - 1);
        }
    }

    /** The text form. */
    @Override
    public String toString() {
        return from + "-" + to;
    }

    boolean contains(long number) {
        return from <= number && number <= to;
    }

    /** The larger pieces come first. */
    private long start(int piece, int count) {
        return from + piece * (size() / count) + Math.min(piece, size() % count);
    }

    private static void requireWithinBounds(String name, long value) {
        if (value < 0 || value > MAX) {
            throw new IllegalArgumentException(name + " must be between 0 and " + MAX + ", was " + value);
        }
    }
}
