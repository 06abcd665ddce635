package io.fluxlab.traps;

import io.fluxlab.workload.Kind;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Workload;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** A clock does not wait for whoever handles its ticks (james-project#4166). */
public final class IntervalOverflow extends Trap<Timed> {

    private static final int TICKS = 60;

    /** So many ticks go by while one is handled. */
    private static final int SLOWER = 5;

    public IntervalOverflow() {
        super(
                "interval-overflow",
                "handles sixty ticks of an interval, each for as long as five ticks take",
                Kind.ASYNC,
                new Timed(Style.WRITTEN, 4, 2));
    }

    @Override
    public Optional<Timed> corrected(Timed parameters) {
        return parameters.corrected();
    }

    @Override
    public Plan plan(Timed parameters) {
        Duration tick = Duration.ofMillis(parameters.millis());
        return tasks(parameters.tasks(), Workload.builder(name()).body(call -> {
            Scheduler timer = call.context().timer();
            Flux<Long> ticks = Flux.interval(tick, timer).take(TICKS);
            Flux<Long> handled = switch (parameters.style()) {
                case WRITTEN -> ticks.concatMap(each -> handle(tick, timer));
                case FIXED -> ticks.onBackpressureLatest().concatMap(each -> handle(tick, timer), 1);
            };
            return handled.then(Mono.just(true));
        }));
    }

    private static Mono<Long> handle(Duration tick, Scheduler timer) {
        return Mono.delay(tick.multipliedBy(SLOWER), timer);
    }
}
