package io.fluxlab.lecture.primes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.lecture.primes.FindPrimesWorkload.Parameters;
import io.fluxlab.workload.RunLog;
import io.fluxlab.workload.Workload;
import io.fluxlab.workload.WorkloadContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FindPrimesWorkloadTest extends WorkloadContract<Parameters> {

    @Override
    protected Workload<Parameters> workload() {
        return new FindPrimesWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("size", 100);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("size", 10_000_000, "limitMillis", 7_200_000);
    }

    /** Workers and times differ. */
    @Override
    protected Object lasting(Object item) {
        ModeResult calls = (ModeResult) item;
        return List.of(
                calls.way(), calls.found().stream().map(SearchResult::primes).toList());
    }

    @Test
    void everyWayFindsTheSamePrimesAndTellsWhoSearched() {
        RunLog run = run("bounded-elastic");

        assertThat(run.failures()).isEmpty();
        List<ModeResult> calls =
                run.flatItems().stream().map(ModeResult.class::cast).toList();
        assertThat(calls).extracting(ModeResult::way).containsExactly(ExecutionMode.values());
        assertThat(calls).allSatisfy(way -> {
            assertThat(way.found()).extracting(SearchResult::primes).containsExactly(24, 21, 16);
            assertThat(way.found()).extracting(SearchResult::first).containsExactly(3, 101, 211);
            assertThat(way.found()).extracting(SearchResult::last).containsExactly(97, 199, 293);
            assertThat(way.wallMillis()).isPositive();
        });
        assertThat(workers(calls.get(0))).containsOnly(workers(calls.get(0)).get(0));
        assertThat(workers(calls.get(1))).doesNotHaveDuplicates();
        assertThat(workers(calls.get(2)))
                .doesNotHaveDuplicates()
                .doesNotContain(calls.get(2).caller());
    }

    @Test
    void startIsThreeWhereItIsNotSaid() throws InterruptedException {
        assertThat(Primes.find(10)).containsExactly(3, 5, 7);
        assertThat(Primes.find(10, 1)).containsExactly(2, 3, 5, 7);
        assertThat(Primes.find(2)).isEmpty();
    }

    private static List<String> workers(ModeResult calls) {
        return calls.found().stream().map(SearchResult::worker).toList();
    }
}
