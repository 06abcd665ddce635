package io.fluxlab.catalog.primes;

import java.util.Arrays;

/**
 * The segment of a range that is sieved at the moment: one bit per number on the {@link Wheel}, set if it is prime. Not
 * thread-safe.
 */
final class SieveWindow {

    private final PrimeRange range;
    private final Eratosthenes sieve;
    private final int margin;
    private final int capacity;
    private final byte[] bits;
    private final long endByte;
    private long firstByte;
    private int length;

    SieveWindow(PrimeRange range) {
        this.range = range;
        this.sieve = new Eratosthenes(range.to());
        this.firstByte = range.from() / Wheel.SIZE;
        this.endByte = range.size() == 0 ? firstByte : range.to() / Wheel.SIZE + 1;
        this.margin = sieve.margin();
        this.capacity = (int) Math.min(Eratosthenes.SEGMENT_BYTES, endByte - firstByte);
        this.bits = new byte[margin + capacity + margin];
    }

    /** What a window on the range takes, with its sieve, at the most. */
    static long heapBytes(PrimeRange range) {
        long bytes = Math.min(Eratosthenes.SEGMENT_BYTES, range.size() / Wheel.SIZE + 2);
        return bytes + 2L * Eratosthenes.margin(range.to()) + Eratosthenes.heapBytes(range.to());
    }

    /** Moves to the next segment and sieves it; false after the last one. */
    boolean advance() {
        firstByte += length;
        length = (int) Math.min(capacity, endByte - firstByte);
        if (length == 0) {
            return false;
        }
        sieve.sieve(bits, length, firstByte);
        Arrays.fill(bits, margin + length, margin + words() * Long.BYTES, (byte) 0);
        trim(0);
        trim(length - 1);
        return true;
    }

    /** How many numbers of the range lie in this segment or before it. */
    long done() {
        return Math.min(range.to() + 1, (firstByte + length) * Wheel.SIZE) - range.from();
    }

    /** How many primes there are in this segment, other than the wheel's own. */
    long count() {
        long count = 0;
        for (int i = 0; i < words(); i++) {
            count += Long.bitCount(word(i));
        }
        return count;
    }

    /** How many words of 8 bytes, 240 numbers, the segment has. */
    int words() {
        return (length + Long.BYTES - 1) / Long.BYTES;
    }

    /** The bits of 240 numbers, lowest first. */
    long word(int index) {
        return Words.get(bits, margin + index * Long.BYTES);
    }

    /** The number that a word's bits count from. */
    long base(int index) {
        return (firstByte + (long) index * Long.BYTES) * Wheel.SIZE;
    }

    /** Clears what lies in the byte but not in the range. */
    private void trim(int index) {
        for (int bit = 0; bit < Wheel.RESIDUES.length; bit++) {
            if (!range.contains((firstByte + index) * Wheel.SIZE + Wheel.RESIDUES[bit])) {
                bits[margin + index] &= (byte) ~(1 << bit);
            }
        }
    }
}
