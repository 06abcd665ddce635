package io.fluxlab.catalog.primes;

import java.util.function.LongConsumer;

/**
 * All primes of one range by one method; immutable and thread-safe, every call searches anew with memory of its own.
 *
 * <p>While it searches, a source calls the checkpoint it was given, on the calling thread, with the count of numbers of
 * the range that are done so far. The counts ascend and the last one is the size of the range. Whatever the checkpoint
 * throws ends the search and reaches the caller.
 */
public sealed interface PrimeSource permits SegmentedSieve, TrialDivision {

    /** The numbers that are searched. */
    PrimeRange range();

    /** How much heap a search takes, at the most, in bytes. */
    long heapBytes();

    /** Walks over the primes; the checkpoint is called from within {@link PrimeCursor#advance()}. */
    PrimeCursor cursor(LongConsumer checkpoint);

    /** Counts the primes. */
    default long count(LongConsumer checkpoint) {
        PrimeCursor primes = cursor(checkpoint);
        long count = 0;
        while (primes.advance()) {
            count++;
        }
        return count;
    }
}
