package io.fluxlab.traps;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** {@code filterWhen} asks about one element after the other (reactor-core#3620). */
public final class FilterWhen extends Trap<Timed> {

    private static final int ELEMENTS = 10;

    public FilterWhen() {
        super(
                "filter-when",
                "asks a service about ten elements each, with filterWhen: one question after the other",
                Kind.ASYNC,
                new Timed(Style.WRITTEN, 4, 10));
    }

    @Override
    public Optional<Timed> corrected(Timed parameters) {
        return parameters.corrected();
    }

    @Override
    public Plan plan(Timed parameters) {
        Duration step = Duration.ofMillis(parameters.millis());
        return tasks(parameters.tasks(), Workload.builder(name()).body(call -> switch (parameters.style()) {
            case WRITTEN -> written(step, call.context().timer());
            case FIXED -> fixed(step, call.context().timer());
        }));
    }

    private static Mono<Long> written(Duration step, Scheduler timer) {
        return Flux.range(0, ELEMENTS)
                .filterWhen(element -> isAllowed(element, step, timer))
                .count();
    }

    private static Mono<Long> fixed(Duration step, Scheduler timer) {
        return Flux.range(0, ELEMENTS)
                .flatMap(element -> isAllowed(element, step, timer)
                        .filter(allowed -> allowed)
                        .map(allowed -> element))
                .count();
    }

    private static Mono<Boolean> isAllowed(int element, Duration step, Scheduler timer) {
        return Mono.delay(step, timer).map(tick -> element % 2 == 0);
    }
}
