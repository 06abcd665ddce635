package io.fluxlab.catalog.primes;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentedSieveTest extends PrimeSourceContract {

    @Override
    PrimeSource source(PrimeRange range) {
        return new SegmentedSieve(range);
    }

    @Override
    PrimeSource other(PrimeRange range) {
        return new TrialDivision(range);
    }

    @Override
    long longestStride() {
        return 8_000_000;
    }

    @ParameterizedTest
    @CsvSource({"10000000, 664579", "100000000, 5761455", "1000000000, 50847534"})
    void countsThePrimesBelowLargePowersOfTen(long to, long primes) {
        assertThat(countTo(to)).isEqualTo(primes);
    }

    /** The expected counts are primesieve's. */
    @ParameterizedTest
    @CsvSource({
        "1000000000, 1200000000, 9607171",
        "100000000000, 100001000000, 39434",
        "999999000000, 1000000000000, 36400",
        "1000000000000, 1000100000000, 3618282",
        "99999990000000, 100000000000000, 310457"
    })
    void countsThePrimesOfLongRangesFarOut(long from, long to, long primes) {
        assertThat(count(from, to)).isEqualTo(primes);
    }

    @Test
    void walksOverAsManyPrimesAsItCounts() {
        PrimeCursor cursor = source(new PrimeRange(0, 100_000_000)).cursor(done -> {});
        long primes = 0;
        long last = 0;
        while (cursor.advance()) {
            assertThat(cursor.current() > last).isTrue();
            last = cursor.current();
            primes++;
        }

        assertThat(primes).isEqualTo(5_761_455);
        assertThat(last).isEqualTo(99_999_989);
    }

    @Test
    void needsNoMoreMemoryForALongerRange() {
        countTo(1000);

        assertThat(bytesToCountTo(300_000_000) - bytesToCountTo(30_000_000)).isLessThan(100_000);
    }

    private long bytesToCountTo(long to) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        countTo(to);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
