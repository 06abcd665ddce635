package io.fluxlab.traps;

import io.fluxlab.claim.Claim;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * {@code subscribeOn} inside of {@code subscribeOn}, both on an elastic scheduler of one thread: it once stood still, and
 * passes today (reactor-core#1992).
 */
public final class NestedSubscribeOn extends Trap<NestedSubscribeOn.Parameters> {

    private static final int ELEMENTS = 20;
    private static final int MOST_QUEUED = 100_000;

    /**
     * How often.
     *
     * @param tasks how many tasks
     */
    public record Parameters(
            @Param(value = "how many tasks", min = 1, max = 1_000)
            int tasks) {}

    public NestedSubscribeOn() {
        super(
                "nested-subscribe-on",
                "subscribes twenty times inside of what is subscribed on the same elastic thread",
                Kind.ASYNC,
                new Parameters(16));
    }

    @Override
    public Plan plan(Parameters parameters) {
        Plan plan = tasks(
                parameters.tasks(),
                Workload.builder(name())
                        .open(() -> Schedulers.newBoundedElastic(1, MOST_QUEUED, "one-elastic", 60, true))
                        .close(Scheduler::dispose)
                        .body(call -> nested(call.shared())));
        return claiming(plan, atOnce -> Claim.ofThreads(2)); // and the one that ends idle threads
    }

    private static Mono<Long> nested(Scheduler one) {
        return Flux.range(0, ELEMENTS)
                .flatMap(element -> Mono.just(element).subscribeOn(one))
                .subscribeOn(one)
                .count();
    }
}
