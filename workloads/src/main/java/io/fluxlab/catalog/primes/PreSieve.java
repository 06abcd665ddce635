package io.fluxlab.catalog.primes;

import java.util.Arrays;

/**
 * Patterns of what the primes from 7 to 163 leave over: laying the patterns over each other replaces more than half of
 * all crossing off with a few vector instructions.
 *
 * <p>A pattern repeats after as many bytes as the product of its primes. The primes are grouped so that every pattern is
 * 6 to 10 kB long.
 */
final class PreSieve {

    /** The smallest prime whose multiples are not in the patterns. */
    static final int FIRST_LEFT_OUT = 167;

    /** Each pattern goes on for this many bytes after its period, so that this many can be laid down in one go. */
    private static final int RUN_BYTES = 4096;

    private static final int[][] GROUPS = {
        {7, 23, 37}, {11, 19, 31}, {13, 17, 29}, {41, 163},
        {43, 157}, {47, 151}, {53, 149}, {59, 139},
        {61, 137}, {67, 131}, {71, 127}, {73, 113},
        {79, 109}, {83, 107}, {89, 103}, {97, 101}
    };

    private static final int[] PERIODS =
            Arrays.stream(GROUPS).mapToInt(PreSieve::period).toArray();

    private static final byte[][] PATTERNS =
            Arrays.stream(GROUPS).map(PreSieve::pattern).toArray(byte[][]::new);

    private PreSieve() {}

    /**
     * Overwrites the bytes from {@code begin} to {@code end}, the first of which stands for {@code wheelByte}, and leaves
     * up to 7 bytes beyond the end in disorder.
     */
    static void fill(byte[] bits, int begin, int end, long wheelByte) {
        for (int at = begin; at < end; at += RUN_BYTES) {
            int length = Math.min(RUN_BYTES, end - at);
            long first = wheelByte + at - begin;
            Arrays.fill(bits, at, at + length, (byte) 0xFF);
            for (int i = 0; i < PATTERNS.length; i += 4) {
                layFour(i, first, bits, at, length);
            }
        }
        if (wheelByte * Wheel.SIZE < FIRST_LEFT_OUT) {
            correctStart(bits, begin, end, wheelByte);
        }
    }

    // By words: the compiler does not turn a loop over bytes into vector instructions where the indices slide.
    private static void layFour(int pattern, long first, byte[] bits, int at, int length) {
        byte[] a = PATTERNS[pattern];
        byte[] b = PATTERNS[pattern + 1];
        byte[] c = PATTERNS[pattern + 2];
        byte[] d = PATTERNS[pattern + 3];
        int atA = (int) (first % PERIODS[pattern]);
        int atB = (int) (first % PERIODS[pattern + 1]);
        int atC = (int) (first % PERIODS[pattern + 2]);
        int atD = (int) (first % PERIODS[pattern + 3]);
        for (int i = 0; i < length; i += Long.BYTES) {
            long left = Words.get(a, atA + i) & Words.get(b, atB + i) & Words.get(c, atC + i) & Words.get(d, atD + i);
            Words.set(bits, at + i, Words.get(bits, at + i) & left);
        }
    }

    /** The patterns cross off their own primes, and leave 1. */
    private static void correctStart(byte[] bits, int begin, int end, long wheelByte) {
        for (int[] group : GROUPS) {
            for (int prime : group) {
                long at = begin + prime / Wheel.SIZE - wheelByte;
                if (at >= begin && at < end) {
                    bits[(int) at] |= (byte) (1 << Wheel.bit(prime));
                }
            }
        }
        if (wheelByte == 0) {
            bits[begin] &= (byte) ~1;
        }
    }

    private static int period(int[] primes) {
        return Arrays.stream(primes).reduce(1, (a, b) -> a * b);
    }

    private static byte[] pattern(int[] primes) {
        int period = period(primes);
        byte[] pattern = new byte[period + RUN_BYTES];
        Arrays.fill(pattern, 0, period, (byte) 0xFF);
        for (int prime : primes) {
            for (int multiple = prime; multiple < period * Wheel.SIZE; multiple += 2 * prime) {
                int bit = Wheel.bit(multiple);
                if (bit >= 0) {
                    pattern[multiple / Wheel.SIZE] &= (byte) ~(1 << bit);
                }
            }
        }
        System.arraycopy(pattern, 0, pattern, period, RUN_BYTES);
        return pattern;
    }
}
