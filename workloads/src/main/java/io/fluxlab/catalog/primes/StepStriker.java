package io.fluxlab.catalog.primes;

import java.util.Arrays;

/**
 * Crosses off the multiples of primes that have only a few multiples in a stretch, or none; not thread-safe.
 *
 * <p>Unlike {@link RoundStriker} it remembers where in its round each prime is, and goes from multiple to multiple.
 */
final class StepStriker {

    /** By position, which is 8 times the bit of the prime plus that of the factor: what the multiple keeps. */
    private static final byte[] MASKS = new byte[64];

    /** By position: how much the next factor is larger. */
    private static final int[] GAPS = new int[64];

    /** By position: the bytes to the next multiple, beyond those for the prime's whole multiple of 30. */
    private static final int[] CARRIES = new int[64];

    static {
        for (int position = 0; position < 64; position++) {
            int prime = Wheel.RESIDUES[position >> 3];
            int factor = Wheel.RESIDUES[position & 7];
            int following = position % 8 == 7 ? Wheel.SIZE + 1 : Wheel.RESIDUES[(position & 7) + 1];
            MASKS[position] = (byte) ~(1 << Wheel.bit((long) prime * factor));
            GAPS[position] = following - factor;
            CARRIES[position] = prime * following / Wheel.SIZE - prime * factor / Wheel.SIZE;
        }
    }

    private int[] primes = new int[64];
    private int[] next = new int[64];
    private byte[] positions = new byte[64];
    private int size;

    /**
     * Takes a prime in.
     *
     * @param start the array index that stands for the wheel's byte {@code wheelByte}
     */
    void add(int prime, int start, long wheelByte) {
        if (size == primes.length) {
            primes = Arrays.copyOf(primes, 2 * size);
            next = Arrays.copyOf(next, 2 * size);
            positions = Arrays.copyOf(positions, 2 * size);
        }
        long factor = Math.max(prime, Math.ceilDiv(wheelByte * Wheel.SIZE, (long) prime));
        while (Wheel.bit(factor) < 0) {
            factor++;
        }
        primes[size] = prime;
        next[size] = (int) (start + prime * factor / Wheel.SIZE - wheelByte);
        positions[size++] = (byte) (Wheel.bit(prime) * 8 + Wheel.bit(factor));
    }

    /** Strikes all multiples before {@code end}. */
    void strike(byte[] bits, int end) {
        for (int i = 0; i < size; i++) {
            if (next[i] < end) {
                strike(bits, i, end);
            }
        }
    }

    /** Moves on: what was at index {@code bytes} is at index 0 from now on. */
    void shift(int bytes) {
        for (int i = 0; i < size; i++) {
            next[i] -= bytes;
        }
    }

    private void strike(byte[] bits, int i, int end) {
        int bytesPerFactor = primes[i] / Wheel.SIZE;
        int position = positions[i];
        int at = next[i];
        while (at < end) {
            bits[at] &= MASKS[position];
            at += bytesPerFactor * GAPS[position] + CARRIES[position];
            position = (position & ~7) | ((position + 1) & 7);
        }
        next[i] = at;
        positions[i] = (byte) position;
    }
}
