package io.fluxlab.lecture.primes;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.process.child.Children;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * The first exercise as it is written (lecture: Практика, 1): three calls of {@code find_primes(end, start=3)}, one after the
 * other, on threads, and in processes, with the time that each way took, start and join included. One task; an item for each
 * way.
 */
public final class FindPrimesWorkload implements Workload<FindPrimesWorkload.Parameters> {

    private static final int CALLS = 3;
    private static final int BYTES_PER_NUMBER = 8;

    /**
     * What is searched.
     *
     * @param size how many numbers each range has; the first one begins at 3
     * @param limitMillis how long one way may take, in milliseconds
     */
    public record Parameters(
            @Param(
                    value = "how many numbers each of the three ranges has, but that the first begins at 3",
                    min = 10,
                    max = 10_000_000)
            int size,

            @Param(value = "how long one way may take, in milliseconds", min = 1, max = 7_200_000)
            int limitMillis) {}

    @Override
    public String name() {
        return "find-primes";
    }

    @Override
    public String summary() {
        return "calls find_primes three times: one after the other, on threads, in processes";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(10_000, 60_000);
    }

    @Override
    public Plan plan(Parameters parameters) {
        Claim lists = Claim.ofHeapBytes(BYTES_PER_NUMBER).times((long) CALLS * parameters.size());
        return new Solo(
                "three calls",
                Children.claim(CALLS, PrimesExercise.HEAP_MEGABYTES)
                        .plus(Claim.ofThreads(CALLS))
                        .plus(lists),
                context -> new PrimesExercise(parameters.size(), Patience.millis(parameters.limitMillis()), context)
                        .play());
    }
}
