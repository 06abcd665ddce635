package io.fluxlab.comparison;

import java.util.function.Function;
import java.util.function.LongSupplier;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What it costs to take a comparison's events, in nanoseconds of CPU time of this process. Whoever subscribes knows it, and
 * tells the comparison through the subscriber's context, since it is spent beside the work that is being measured.
 */
public final class TakingCost {

    private TakingCost() {}

    /**
     * For {@link reactor.core.publisher.Flux#contextWrite}: {@code cpuNanos} tells, on any thread and at any time, how much
     * was spent so far.
     */
    public static Function<Context, Context> told(LongSupplier cpuNanos) {
        return context -> context.put(TakingCost.class, cpuNanos);
    }

    static LongSupplier of(ContextView context) {
        return context.<LongSupplier>getOrEmpty(TakingCost.class).orElse(() -> 0);
    }
}
