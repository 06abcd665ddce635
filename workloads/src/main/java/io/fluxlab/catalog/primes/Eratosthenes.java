package io.fluxlab.catalog.primes;

/**
 * Crosses off the composite numbers in one segment after the other, given in ascending order without gaps; not
 * thread-safe.
 *
 * <p>A prime is taken in when its square comes into reach. How it is crossed off depends on how large it is: the
 * smallest are in the patterns of {@link PreSieve}; small ones go through a segment block by block, where a block fits
 * the first-level cache; medium ones have several rounds in a segment; large ones have few multiples in it.
 */
final class Eratosthenes {

    /** The longest segment; it fits the second-level cache. */
    static final int SEGMENT_BYTES = 256 * 1024;

    private static final int BLOCK_BYTES = 32 * 1024;

    // With eight rounds or more, the one that is struck in vain costs little.
    private static final int SMALL_END = BLOCK_BYTES / 8;
    private static final int MEDIUM_END = SEGMENT_BYTES / 8;

    /** Up to here the primes to cross off are found by trial division, so that no further sieve is needed. */
    private static final int TRIAL_END = 1000;

    /** Nine for each in an array that is half full, and half as many in the one that it was copied from. */
    private static final int BYTES_PER_PRIME = 27;

    private final int margin;
    private final PrimeCursor basePrimes;
    private boolean moreBasePrimes;
    private final RoundStriker small = new RoundStriker();
    private final RoundStriker medium = new RoundStriker();
    private final StepStriker large = new StepStriker();

    /** A sieve for segments that hold no number above {@code lastNumber}. */
    Eratosthenes(long lastNumber) {
        long root = root(lastNumber);
        PrimeRange range = new PrimeRange(PreSieve.FIRST_LEFT_OUT, root);
        margin = margin(lastNumber);
        basePrimes = root < TRIAL_END ? new TrialCursor(range, done -> {}) : new SieveCursor(range, done -> {});
        moreBasePrimes = basePrimes.advance();
    }

    private static long root(long lastNumber) {
        return (long) Math.sqrt((double) lastNumber);
    }

    /** How many bytes the array must have before and after the segment. */
    int margin() {
        return margin;
    }

    static int margin(long lastNumber) {
        return (int) Math.max(Long.BYTES, Math.min(root(lastNumber), MEDIUM_END));
    }

    /**
     * What a sieve takes at the most: the primes up to the root, of which there are fewer than {@code 1.26 n / ln n}
     * (Rosser and Schoenfeld, 1962), in arrays that double when they are full; and where these are sieved too, for that.
     */
    static long heapBytes(long lastNumber) {
        long root = root(lastNumber);
        long primes = root < TRIAL_END ? TRIAL_END : (long) (1.26 * root / Math.log((double) root));
        return primes * BYTES_PER_PRIME
                + (root < TRIAL_END ? 0 : SieveWindow.heapBytes(new PrimeRange(PreSieve.FIRST_LEFT_OUT, root)));
    }

    /** Sieves the segment that begins at index {@link #margin()}, the first byte of which is {@code wheelByte}. */
    void sieve(byte[] bits, int length, long wheelByte) {
        takeBasePrimes(wheelByte, wheelByte + length);
        for (int begin = 0; begin < length; begin += BLOCK_BYTES) {
            int end = Math.min(begin + BLOCK_BYTES, length);
            PreSieve.fill(bits, margin + begin, margin + end, wheelByte + begin);
            small.strike(bits, margin + end);
        }
        medium.strike(bits, margin + length);
        large.strike(bits, margin + length);
        small.shift(length);
        medium.shift(length);
        large.shift(length);
    }

    private void takeBasePrimes(long firstByte, long endByte) {
        while (moreBasePrimes) {
            int prime = (int) basePrimes.current();
            if ((long) prime * prime / Wheel.SIZE >= endByte) {
                return;
            }
            if (prime < SMALL_END) {
                small.add(prime, margin, firstByte);
            } else if (prime < MEDIUM_END) {
                medium.add(prime, margin, firstByte);
            } else {
                large.add(prime, margin, firstByte);
            }
            moreBasePrimes = basePrimes.advance();
        }
    }
}
