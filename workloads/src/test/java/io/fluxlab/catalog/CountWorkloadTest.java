package io.fluxlab.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.catalog.CountWorkload.Parameters;
import io.fluxlab.workload.ComputingWorkloadContract;
import io.fluxlab.workload.LooseContext;
import io.fluxlab.workload.Workload;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class CountWorkloadTest extends ComputingWorkloadContract<Parameters> {

    private static final long N = 20_000_000;
    private static final int TIMES = 7;
    private static final int ROUNDS = 10;

    @Override
    protected Workload<Parameters> workload() {
        return new CountWorkload();
    }

    @Override
    protected Map<String, Object> brief() {
        return Map.of("n", 1_000_000, "tasks", 3);
    }

    @Override
    protected Map<String, Object> endless() {
        return Map.of("n", 1_000_000_000_000_000L, "tasks", 4);
    }

    @Test
    void endsAtZero() {
        assertThat(run("parallel").flatItems()).containsExactly(0L, 0L, 0L);
        assertThat(run("immediate", Map.of("n", 0)).flatItems()).containsExactly(0L, 0L);
    }

    /** A loop that the compiler replaces by its result takes no longer for four times as many steps. */
    @Test
    void fourTimesTheStepsTakeAboutFourTimesAsLong() {
        try (LooseContext context = LooseContext.open()) {
            double ratio = 0;
            for (int round = 0; round < ROUNDS && !isAboutFour(ratio); round++) {
                ratio = (double) medianNanos(4 * N, context) / medianNanos(N, context);
            }
            assertThat(ratio).matches(CountWorkloadTest::isAboutFour, "about four");
        }
    }

    private static boolean isAboutFour(double ratio) {
        return ratio > 3 && ratio < 5;
    }

    private static long medianNanos(long n, LooseContext context) {
        var plan = new CountWorkload().plan(new Parameters(n, 1));
        long[] nanos = new long[TIMES];
        for (int i = 0; i < TIMES; i++) {
            long start = System.nanoTime();
            Mono.from(plan.body(0, context)).block();
            nanos[i] = System.nanoTime() - start;
            context.takeCheckpoints();
        }
        Arrays.sort(nanos);
        return nanos[TIMES / 2];
    }
}
