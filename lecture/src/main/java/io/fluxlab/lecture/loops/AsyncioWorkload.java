package io.fluxlab.lecture.loops;

import io.fluxlab.lecture.demonstration.Solo;
import io.fluxlab.parameter.Param;
import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The lecture's coroutines {@code calc} and {@code status} on the home loop, whatever the lane (lecture: Asyncio). */
public final class AsyncioWorkload implements Workload<AsyncioWorkload.Parameters> {

    /**
     * How far to count.
     *
     * @param from the number that {@code calc} counts down from
     * @param pauseMillis how long each coroutine sleeps between two turns, in milliseconds
     */
    public record Parameters(
            @Param(value = "number that calc counts down from", min = 1, max = 100_000)
            int from,

            @Param(value = "milliseconds that each coroutine sleeps between two turns", min = 0, max = 60_000)
            int pauseMillis) {}

    @Override
    public String name() {
        return "asyncio";
    }

    @Override
    public String summary() {
        return "counts down in one coroutine and reports every tenth number in another, on one loop";
    }

    @Override
    public Kind kind() {
        return Kind.ASYNC;
    }

    /** As in the lecture. */
    @Override
    public Parameters defaults() {
        return new Parameters(1000, 100);
    }

    @Override
    public Plan plan(Parameters parameters) {
        Duration pause = Duration.ofMillis(parameters.pauseMillis());
        return new Solo(
                "calc and status",
                CalcAndStatus.claim(parameters.from()),
                context ->
                        Flux.defer(() -> new CalcAndStatus(parameters.from(), pause, context.timer(), context.tracer())
                                .run(number -> Mono.empty())));
    }
}
