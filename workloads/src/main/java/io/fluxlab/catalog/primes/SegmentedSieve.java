package io.fluxlab.catalog.primes;

import java.util.function.LongConsumer;

/**
 * Finds primes with the sieve of Eratosthenes, one segment of the range at a time, so that the work stays within the
 * processor's caches and memory depends on the square root of the range's end alone; immutable and thread-safe.
 *
 * <p>The segments are those of C. Bays and R. H. Hudson, "The segmented sieve of Eratosthenes and primes in arithmetic
 * progressions to 10^12", BIT 17 (1977). Multiples of 2, 3 and 5 are left out by a wheel (P. Pritchard, "A sublinear
 * additive sieve for finding prime numbers", CACM 24, 1981), which packs 30 numbers into the 8 bits of a byte. The
 * checkpoint is called after each segment, that is every 7.9 million numbers.
 */
public record SegmentedSieve(PrimeRange range) implements PrimeSource {

    @Override
    public long heapBytes() {
        return SieveWindow.heapBytes(range);
    }

    @Override
    public PrimeCursor cursor(LongConsumer checkpoint) {
        return new SieveCursor(range, checkpoint);
    }

    /** Counts the primes by their bits, which is faster than to walk over them. */
    @Override
    public long count(LongConsumer checkpoint) {
        long count = 0;
        for (long prime : Wheel.PRIMES) {
            if (range.contains(prime)) {
                count++;
            }
        }
        SieveWindow window = new SieveWindow(range);
        while (window.advance()) {
            count += window.count();
            checkpoint.accept(window.done());
        }
        return count;
    }
}
