package io.fluxlab.catalog.primes;

class TrialDivisionTest extends PrimeSourceContract {

    @Override
    PrimeSource source(PrimeRange range) {
        return new TrialDivision(range);
    }

    @Override
    PrimeSource other(PrimeRange range) {
        return new SegmentedSieve(range);
    }

    @Override
    long longestStride() {
        return 1000;
    }
}
