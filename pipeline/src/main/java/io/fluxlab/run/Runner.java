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
     * The run as a cold stream, to be subscribed once: opens loops, schedulers and the plan, starts the tasks, and
     * releases everything before it completes, or after an error or cancel.
     *
     * <p>Events come one at a time on any of the run's threads, never more than were asked for; a slow subscriber slows
     * the work, and one that blocks may be interrupted when the run is told to end. Cancel interrupts what blocks and
     * stops what computes at its next checkpoint; a task that heeds neither is given up after 0.4 s. The stream fails
     * with a {@link BrokenRunException} where the run can't start or its plan breaks, and otherwise ends in one
     * {@code run-finished}.
     */
    public static Flux<RunEvent> run(RunSetup setup) {
        return Flux.usingWhen(Mono.fromSupplier(Closings::new), closings -> play(setup, closings), Closings::all)
                .onErrorMap(
                        error -> !(error instanceof LabException),
                        error -> new BrokenRunException("run-broken", "the run broke: " + error));
    }

    /** The bystander's latency over so much time in which nothing runs: what the machine itself does to it. Lazy. */
    public static Mono<Latency> idleBystander(Duration time) {
        return Mono.usingWhen(
                Mono.fromSupplier(Closings::new), closings -> idle(Loops.open("idle", closings), time), Closings::all);
    }

    private static Flux<RunEvent> play(RunSetup setup, Closings closings) {
        Loops loops = Loops.open(setup.lane().name(), closings);
        Plan plan = setup.plan();
        closings.add(plan::close);
        LaneSession session = setup.lane().open(loops.home(), setup.concurrency());
        closings.add(session::close);
        return session.open(setup.subject(), loops.home().loop())
                .then(loops.connect(setup.bystander()))
                .flatMapMany(bystander -> RunScope.run(setup, new Stage(loops, session, bystander)));
    }

    private static Mono<Latency> idle(Loops loops, Duration time) {
        return loops.connect(BystanderRate.DEFAULT)
                .flatMap(Mono::justOrEmpty)
                .doOnNext(bystander -> bystander.start())
                .delayElement(time, loops.observer().scheduler())
                .flatMap(bystander -> bystander.finish(time));
    }
}
