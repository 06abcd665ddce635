package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fluxlab.catalog.PrimesWorkload.Parameters;
import io.fluxlab.catalog.primes.PrimeRange;
import io.fluxlab.error.InvalidRequestException;
import io.fluxlab.run.RunEvent.TaskStarted;
import io.fluxlab.workload.ComputingWorkloadContract;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrimesWorkloadTest extends ComputingWorkloadContract<Parameters> {

    private static final String LECTURE = "3-10000,10001-20000,20001-30000";

    @Override
    protected Workload<Parameters> workload() {
        return new PrimesWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("ranges", LECTURE);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("to", 1_000_000_000_000L, "tasks", 4, "emit", "counts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trial", "sieve"})
    void findsThePrimesOfTheLecture(String method) {
        RunLog run = run("parallel", Map.of("ranges", LECTURE, "method", method));

        assertThat(run.items().values()).extracting(List::size).containsExactly(1228, 1033, 983);
        assertThat(run.items().get(0)).startsWith(3L, 5L, 7L).endsWith(9967L, 9973L);
    }

    @ParameterizedTest
    @CsvSource({
        "trial, counts, 1000000, 78498",
        "sieve, counts, 1000000, 78498",
        "trial, primes, 1000000, 78498",
        "sieve, primes, 1000000, 78498",
        "sieve, primes, 100000000, 5761455",
        "sieve, counts, 100000000, 5761455",
        "sieve, counts, 1000000000, 50847534"
    })
    void findsAllPrimesBelowPowersOfTen(String method, String emit, long to, long primes) {
        RunLog run = run("parallel", Map.of("to", to, "tasks", 7, "method", method, "emit", emit));

        List<Object> items = run.flatItems();
        long found = emit.equals("primes")
                ? items.size()
                : items.stream().mapToLong(Long.class::cast).sum();
        assertThat(found).isEqualTo(primes);
        assertThat(run.started().tasks()).isEqualTo(7);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0-0",
                "0-1",
                "0-30",
                "1-1",
                "1-30",
                "2-2",
                "2-30",
                "7-7",
                "7-30",
                "49-60",
                "24-28",
                "961-1000",
                "30-7",
                "99999999900-100000000000"
            })
    void findsThePrimesOfEveryKindOfRange(String text) {
        PrimeRange range = PrimeRange.parse(text);
        List<Object> expected = LongStream.rangeClosed(range.from(), range.to())
                .filter(number -> BigInteger.valueOf(number).isProbablePrime(50))
                .<Object>mapToObj(Long::valueOf)
                .toList();

        for (String method : List.of("trial", "sieve")) {
            Map<String, Object> cut = Map.of("from", range.from(), "to", range.to(), "tasks", 3, "method", method);
            assertThat(run("immediate", cut).flatItems()).as(method).isEqualTo(expected);
            Map<String, Object> given = Map.of("ranges", text, "method", method);
            assertThat(run("immediate", given).flatItems()).as(method).isEqualTo(expected);
        }
    }

    @Test
    void labelsATaskWithItsRange() {
        assertThat(run("immediate").all(TaskStarted.class))
                .extracting(TaskStarted::label)
                .containsExactly("3-10000", "10001-20000", "20001-30000");
    }

    @Test
    void takesRangesAsTextAndAsObjects() {
        List<?> objects = List.of(Map.of("from", 3, "to", 10_000), Map.of("from", 10_001, "to", 20_000));

        assertThat(schema().read(Map.of("ranges", objects)))
                .isEqualTo(schema().read(Map.of("ranges", "3-10000,10001-20000")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"3-10000,x; ranges[1]", "10000; ranges[0]", "3-900000000000000; ranges[0]", "-3-7; ranges[0]"})
    void namesTheRangeThatIsNone(String ranges, String field) {
        assertThatThrownBy(() -> schema().read(Map.of("ranges", ranges)))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields()).singleElement().satisfies(wrong -> {
                            assertThat(wrong.field()).isEqualTo(field);
                            assertThat(wrong.message())
                                    .startsWith(field + " must be two numbers between 0 and ")
                                    .contains("like 3-10000");
                        }));
    }

    @Test
    void namesTheEndThatARangeLacks() {
        assertThatThrownBy(() -> schema().read(Map.of("ranges", List.of(Map.of("from", 3)))))
                .isInstanceOfSatisfying(
                        InvalidRequestException.class,
                        error -> assertThat(error.fields()).extracting("field").containsExactly("ranges[0].to"));
    }
}
