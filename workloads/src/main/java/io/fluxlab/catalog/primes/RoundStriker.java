package io.fluxlab.catalog.primes;

import java.util.Arrays;

/**
 * Crosses off the multiples of primes that are much smaller than the stretch they are crossed off in; not thread-safe.
 *
 * <p>It strikes by whole rounds. A round of the prime {@code p} is its multiples by {@code 30t + 1 .. 30t + 29} that
 * stand on the wheel: exactly {@code p} bytes, in which each of the 8 bits is struck once, at a distance from the start
 * that depends on {@code p} alone. Hence a loop of 8 strikes with fixed masks, the same for all primes. A round that
 * begins before a stretch or reaches beyond it is struck whole: what lies before is crossed off already, what lies
 * beyond is overwritten later, and the array has room for a round at both ends.
 */
final class RoundStriker {

    /** By residue and bit: the factor on the wheel whose product with the residue falls on the bit. */
    private static final int[] FACTORS = factors();

    private int[] primes = new int[64];
    private int[] next = new int[64];
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
        }
        // Multiples below the square have a smaller factor; its round is number prime / 30.
        long round = Math.max(prime / Wheel.SIZE, wheelByte / prime);
        primes[size] = prime;
        next[size++] = (int) (start + round * prime - wheelByte);
    }

    /** Strikes all rounds that begin before {@code end}. */
    void strike(byte[] bits, int end) {
        for (int i = 0; i < size; i++) {
            if (next[i] < end) {
                // The last round reaches beyond the end, where it will have to be struck once more.
                next[i] = strike(bits, primes[i], next[i], end) - primes[i];
            }
        }
    }

    /** Moves on: what was at index {@code bytes} is at index 0 from now on. */
    void shift(int bytes) {
        for (int i = 0; i < size; i++) {
            next[i] -= bytes;
        }
    }

    private static int strike(byte[] bits, int prime, int begin, int end) {
        int row = Wheel.bit(prime) * 8;
        int a = prime * FACTORS[row] / Wheel.SIZE;
        int b = prime * FACTORS[row + 1] / Wheel.SIZE;
        int c = prime * FACTORS[row + 2] / Wheel.SIZE;
        int d = prime * FACTORS[row + 3] / Wheel.SIZE;
        int e = prime * FACTORS[row + 4] / Wheel.SIZE;
        int f = prime * FACTORS[row + 5] / Wheel.SIZE;
        int g = prime * FACTORS[row + 6] / Wheel.SIZE;
        int h = prime * FACTORS[row + 7] / Wheel.SIZE;
        int at = begin;
        while (at < end) {
            bits[at + a] &= (byte) ~0x01;
            bits[at + b] &= (byte) ~0x02;
            bits[at + c] &= (byte) ~0x04;
            bits[at + d] &= (byte) ~0x08;
            bits[at + e] &= (byte) ~0x10;
            bits[at + f] &= (byte) ~0x20;
            bits[at + g] &= (byte) ~0x40;
            bits[at + h] &= (byte) ~0x80;
            at += prime;
        }
        return at;
    }

    private static int[] factors() {
        int[] factors = new int[64];
        for (int residue = 0; residue < 8; residue++) {
            for (int factor : Wheel.RESIDUES) {
                factors[8 * residue + Wheel.bit((long) Wheel.RESIDUES[residue] * factor)] = factor;
            }
        }
        return factors;
    }
}
