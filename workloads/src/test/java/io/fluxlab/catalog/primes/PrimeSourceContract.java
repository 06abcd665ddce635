package io.fluxlab.catalog.primes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every {@link PrimeSource} keeps. */
abstract class PrimeSourceContract {

    /** The method under test. */
    abstract PrimeSource source(PrimeRange range);

    /** Another method, to agree with. */
    abstract PrimeSource other(PrimeRange range);

    /** How many numbers at most lie between two checkpoints. */
    abstract long longestStride();

    final long countTo(long to) {
        return source(new PrimeRange(0, to)).count(PrimeSourceContract::unwatched);
    }

    final long count(long from, long to) {
        return source(new PrimeRange(from, to)).count(PrimeSourceContract::unwatched);
    }

    @ParameterizedTest
    @CsvSource({"10, 4", "100, 25", "1000, 168", "10000, 1229", "100000, 9592", "1000000, 78498"})
    void countsThePrimesBelowPowersOfTen(long to, long primes) {
        assertThat(countTo(to)).isEqualTo(primes);
        assertThat(walk(source(new PrimeRange(0, to)), PrimeSourceContract::unwatched))
                .hasSize((int) primes);
    }

    @Test
    void findsThePrimesOfEverySmallRange() {
        for (long from = 0; from <= 200; from++) {
            for (long to = from; to <= 200; to++) {
                assertExact(from, to, PrimeSourceContract::hasNoSmallerDivisor);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "0, 1",
        "2, 2",
        "1, 2",
        "5, 5",
        "24, 28",
        "7, 7",
        "163, 163",
        "167, 167",
        "169, 169",
        "27889, 27889",
        "90, 96",
        "1327, 1361",
        "1328, 1360"
    })
    void findsThePrimesOfTinyRanges(long from, long to) {
        assertExact(from, to, PrimeSourceContract::hasNoSmallerDivisor);
    }

    @ParameterizedTest
    @CsvSource({
        // around the squares of primes near the bounds between which the sieve changes its way of crossing off
        "16760000, 16790000",
        "1073200000, 1073210000",
        "1073870000, 1073880000",
        "99999999000, 100000001000",
        "999999999000, 1000000000000",
        "99999999999800, 100000000000000"
    })
    void findsThePrimesFarOut(long from, long to) {
        assertExact(from, to, number -> BigInteger.valueOf(number).isProbablePrime(40));
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "5, 4", "200, 100", "100000000000000, 99999999999999", "100000000000000, 0"})
    void findsNothingInAnEmptyRange(long from, long to) {
        List<Long> checkpoints = new ArrayList<>();

        assertThat(source(new PrimeRange(from, to)).count(checkpoints::add)).isZero();
        assertThat(walk(source(new PrimeRange(from, to)), checkpoints::add)).isEmpty();
        assertThat(checkpoints).isEmpty();
    }

    @Test
    void agreesWithTheOtherMethodOnRandomRanges() {
        Random random = new Random(1977);
        for (int i = 0; i < 300; i++) {
            long from = random.nextLong(1L << (1 + random.nextInt(32)));
            PrimeRange range = new PrimeRange(from, from + random.nextLong(1L << (1 + random.nextInt(12))));

            List<Long> expected = walk(other(range), PrimeSourceContract::unwatched);

            assertThat(walk(source(range), PrimeSourceContract::unwatched))
                    .as("%s", range)
                    .isEqualTo(expected);
            assertThat(source(range).count(PrimeSourceContract::unwatched))
                    .as("%s", range)
                    .isEqualTo(expected.size());
        }
    }

    @Test
    void staysAtTheEndOnceItIsReached() {
        PrimeCursor cursor = source(new PrimeRange(2, 3)).cursor(PrimeSourceContract::unwatched);

        assertThat(List.of(cursor.advance(), cursor.advance(), cursor.advance(), cursor.advance()))
                .containsExactly(true, true, false, false);
        assertThat(cursor.current()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1", "3, 10000", "255, 767", "24, 28", "10000, 20000000"})
    void checkpointsAscendToTheSizeOfTheRange(long from, long to) {
        PrimeRange range = new PrimeRange(from, Math.min(to, from + 5 * longestStride() / 2));
        List<Long> whileCounting = new ArrayList<>();
        List<Long> whileWalking = new ArrayList<>();

        source(range).count(whileCounting::add);
        walk(source(range), whileWalking::add);

        assertThat(whileCounting).isEqualTo(whileWalking).endsWith(range.size());
        long before = 0;
        for (long done : whileCounting) {
            assertThat(done - before).isBetween(1L, longestStride());
            before = done;
        }
    }

    @Test
    void countingEndsWithWhatTheCheckpointThrows() {
        ThrowingCheckpoint checkpoint = new ThrowingCheckpoint(2);
        PrimeSource source = source(new PrimeRange(0, 5 * longestStride()));

        assertThatThrownBy(() -> source.count(checkpoint)).isSameAs(checkpoint.failure);
        assertThat(checkpoint.calls).isEqualTo(2);
    }

    @Test
    void walkingEndsWithWhatTheCheckpointThrows() {
        ThrowingCheckpoint checkpoint = new ThrowingCheckpoint(2);
        PrimeSource source = source(new PrimeRange(0, 5 * longestStride()));

        assertThatThrownBy(() -> walk(source, checkpoint)).isSameAs(checkpoint.failure);
        assertThat(checkpoint.calls).isEqualTo(2);
    }

    private void assertExact(long from, long to, LongPredicate isPrime) {
        PrimeRange range = new PrimeRange(from, to);
        List<Long> expected =
                LongStream.rangeClosed(from, to).filter(isPrime).boxed().toList();

        assertThat(walk(source(range), PrimeSourceContract::unwatched))
                .as("%s", range)
                .isEqualTo(expected);
        assertThat(source(range).count(PrimeSourceContract::unwatched))
                .as("%s", range)
                .isEqualTo(expected.size());
    }

    private static List<Long> walk(PrimeSource source, LongConsumer checkpoint) {
        List<Long> primes = new ArrayList<>();
        PrimeCursor cursor = source.cursor(checkpoint);
        while (cursor.advance()) {
            primes.add(cursor.current());
        }
        return primes;
    }

    private static void unwatched(long done) {}

    private static boolean hasNoSmallerDivisor(long number) {
        return number > 1 && LongStream.range(2, number).noneMatch(divisor -> number % divisor == 0);
    }

    private static final class ThrowingCheckpoint implements LongConsumer {

        private final CancellationException failure = new CancellationException();
        private final int lastCall;
        private int calls;

        ThrowingCheckpoint(int lastCall) {
            this.lastCall = lastCall;
        }

        @Override
        public void accept(long done) {
            if (++calls == lastCall) {
                throw failure;
            }
        }
    }
}
