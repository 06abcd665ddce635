package io.fluxlab.catalog.primes;

import java.util.Arrays;

/**
 * The wheel of circumference 30: of every 30 numbers, only the 8 that 2, 3 and 5 leave over can be prime. They are the
 * bits of one byte, the smallest number lowest.
 */
final class Wheel {

    /** Numbers per byte. */
    static final int SIZE = 30;

    /** The primes that are not on the wheel. */
    static final int[] PRIMES = {2, 3, 5};

    /** What a number that stands on the wheel leaves when divided by 30, by bit. */
    static final int[] RESIDUES = {1, 7, 11, 13, 17, 19, 23, 29};

    private static final int[] BITS = bits();

    private Wheel() {}

    /** The bit of a number, or -1 if the number is a multiple of 2, 3 or 5. */
    static int bit(long number) {
        return BITS[(int) (number % SIZE)];
    }

    private static int[] bits() {
        int[] bits = new int[SIZE];
        Arrays.fill(bits, -1);
        for (int bit = 0; bit < RESIDUES.length; bit++) {
            bits[RESIDUES[bit]] = bit;
        }
        return bits;
    }
}
