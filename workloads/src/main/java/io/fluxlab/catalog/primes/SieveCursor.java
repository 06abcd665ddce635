package io.fluxlab.catalog.primes;

import java.util.function.LongConsumer;

/** Reads the primes off a {@link SieveWindow}, one word of its bits at a time. */
final class SieveCursor implements PrimeCursor {

    /** What the bits of a word add to its base. */
    private static final int[] OFFSETS = offsets();

    private final PrimeRange range;
    private final LongConsumer checkpoint;
    private final SieveWindow window;
    private int wheelPrimes;
    private int nextWord;
    private int words;
    private long word;
    private long base;
    private long current;

    SieveCursor(PrimeRange range, LongConsumer checkpoint) {
        this.range = range;
        this.checkpoint = checkpoint;
        this.window = new SieveWindow(range);
    }

    @Override
    public boolean advance() {
        if (word == 0) {
            if (advanceOnWheelPrimes()) {
                return true;
            }
            if (!findWord()) {
                return false;
            }
        }
        current = base + OFFSETS[Long.numberOfTrailingZeros(word)];
        word &= word - 1;
        return true;
    }

    @Override
    public long current() {
        return current;
    }

    private boolean advanceOnWheelPrimes() {
        while (wheelPrimes < Wheel.PRIMES.length) {
            long prime = Wheel.PRIMES[wheelPrimes++];
            if (range.contains(prime)) {
                current = prime;
                return true;
            }
        }
        return false;
    }

    private boolean findWord() {
        do {
            while (nextWord == words) {
                if (!window.advance()) {
                    return false;
                }
                checkpoint.accept(window.done());
                words = window.words();
                nextWord = 0;
            }
            base = window.base(nextWord);
            word = window.word(nextWord++);
        } while (word == 0);
        return true;
    }

    private static int[] offsets() {
        int[] offsets = new int[Long.SIZE];
        for (int bit = 0; bit < Long.SIZE; bit++) {
            offsets[bit] = bit / 8 * Wheel.SIZE + Wheel.RESIDUES[bit % 8];
        }
        return offsets;
    }
}
