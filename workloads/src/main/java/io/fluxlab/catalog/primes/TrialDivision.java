package io.fluxlab.catalog.primes;

import java.util.function.LongConsumer;

/**
 * Finds primes as {@code find_primes} of the lecture's first exercise does: one number after the other is divided by
 * smaller ones until a divisor is found or there can be none.
 *
 * <p>2 is prime and even numbers above it are skipped; an odd number is divided by 3, 5, 7, 9 ... up to its square root.
 * Nothing is remembered from one number to the next, so that the cost of a range is pure arithmetic: about
 * {@code sqrt(n) / 2} divisions for each prime {@code n}. The checkpoint is called every {@value #STRIDE} numbers.
 */
public record TrialDivision(PrimeRange range) implements PrimeSource {

    static final int STRIDE = 256;

    private static final long CURSOR_BYTES = 128;

    @Override
    public long heapBytes() {
        return CURSOR_BYTES;
    }

    @Override
    public PrimeCursor cursor(LongConsumer checkpoint) {
        return new TrialCursor(range, checkpoint);
    }

    static boolean isPrime(long number) {
        if (number < 3 || number % 2 == 0) {
            return number == 2;
        }
        for (long divisor = 3; divisor * divisor <= number; divisor += 2) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
