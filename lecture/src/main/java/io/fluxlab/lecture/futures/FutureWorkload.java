package io.fluxlab.lecture.futures;

import io.fluxlab.claim.Claim;
import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;

/**
 * A result that is not there yet (lecture: Asyncio, {@code future} and {@code task}): as a {@code CompletableFuture}, as a
 * {@code Mono}, as a {@code Sinks.One}. Whether it is done, what it gives to who waits twice, what cancel ends; and both of the
 * lecture's ways to start. One task, one item for each moment.
 */
public final class FutureWorkload implements Workload<FutureWorkload.Parameters> {

    /**
     * How long it takes.
     *
     * @param workMillis how long it takes until the result is there, in milliseconds
     */
    public record Parameters(
            @Param(value = "how long it takes until the result is there, in milliseconds", min = 1, max = 3_600_000)
            int workMillis) {}

    /** The one that does the work, and the loops' own. */
    private static final int THREADS = 3;

    @Override
    public String name() {
        return "future";
    }

    @Override
    public String summary() {
        return "awaits, awaits twice and cancels a result that is not there yet: future, Mono, sink";
    }

    @Override
    public Kind kind() {
        return Kind.MIXED;
    }

    @Override
    public Parameters defaults() {
        return new Parameters(20);
    }

    @Override
    public Plan plan(Parameters parameters) {
        return new Solo("futures", Claim.ofThreads(THREADS), context -> Futures.story(parameters, context));
    }
}
