package io.fluxlab.run;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.LabException;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.measure.Latency;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes runs happen. Stateless; thread-safe. */
public final class Runner {

    private Runner() {}

    /**
     * The run as a cold stream: each subscription opens loops, schedulers and the plan of its own, starts the tasks, and
     * releases everything before it completes, or after an error or cancel.
     *
     * <p>Events come one at a time on any of the run's threads, never more than were asked for; a slow subscriber slows
     * the work. Cancel interrupts what blocks and stops what computes at its next checkpoint. The stream fails with a
     * {@link BrokenRunException} where the run can't even start, and otherwise ends in one {@code run-finished}.
     */
    public static Flux<RunEvent> run(RunSetup setup) {
        return Flux.usingWhen(
                        Loops.open(setup.lane().name(), setup.bystander()),
                        loops -> inLoops(setup, loops),
                        Loops::close)
                .onErrorMap(
                        error -> !(error instanceof LabException),
                        error -> new BrokenRunException("run-broken", "the run broke: " + error));
    }

    /** The bystander's latency over so much time in which nothing runs: what the machine itself does to it. Lazy. */
    public static Mono<Latency> idleBystander(Duration time) {
        return Mono.usingWhen(
                Loops.open("idle", BystanderRate.DEFAULT),
                loops -> Mono.justOrEmpty(loops.bystander()).flatMap(bystander -> {
                    bystander.start();
                    return Mono.delay(time, loops.observer().scheduler()).then(bystander.finish(time));
                }),
                Loops::close);
    }

    private static Flux<RunEvent> inLoops(RunSetup setup, Loops loops) {
        Plan plan = setup.plan();
        return Flux.usingWhen(Mono.just(plan), each -> plan.open().thenMany(inSession(setup, loops)), Plan::close);
    }

    private static Flux<RunEvent> inSession(RunSetup setup, Loops loops) {
        return Flux.usingWhen(
                Mono.fromSupplier(() -> setup.lane().open(loops.home(), setup.concurrency())),
                session -> RunScope.run(setup, loops, session),
                LaneSession::close);
    }
}
