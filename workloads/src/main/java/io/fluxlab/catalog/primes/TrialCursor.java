package io.fluxlab.catalog.primes;

import java.util.function.LongConsumer;

/** Tests the numbers of a range one by one, pausing at each prime. */
final class TrialCursor implements PrimeCursor {

    private final PrimeRange range;
    private final LongConsumer checkpoint;
    private long candidate;
    private long current;

    TrialCursor(PrimeRange range, LongConsumer checkpoint) {
        this.range = range;
        this.checkpoint = checkpoint;
        this.candidate = range.from();
    }

    @Override
    public boolean advance() {
        while (candidate <= range.to()) {
            long tested = candidate++;
            boolean prime = TrialDivision.isPrime(tested);
            long done = candidate - range.from();
            if (done % TrialDivision.STRIDE == 0 || tested == range.to()) {
                checkpoint.accept(done);
            }
            if (prime) {
                current = tested;
                return true;
            }
        }
        return false;
    }

    @Override
    public long current() {
        return current;
    }
}
