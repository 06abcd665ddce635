package io.fluxlab.run;

import io.fluxlab.canary.Canaries;
import io.fluxlab.canary.SharedResource;
import io.fluxlab.canary.WatchedLoops;
import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Lease;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.error.LabException;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.measure.Latency;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes runs happen. Stateless; thread-safe. */
public final class Runner {

    /** Histograms, queues and buffers, whatever is run. */
    private static final Claim BASICS = Claim.ofHeapBytes(2 << 20);

    private Runner() {}

    /** What a run takes of the machine beside its lane and what its tasks do, where so many of so many run at once. */
    public static Claim claim(int tasks, int atOnce) {
        return BASICS.plus(RunThreads.CLAIM).plus(RunScope.claim(tasks, atOnce));
    }

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
        return run(setup, Lease.NONE);
    }

    /** The run, as {@link #run(RunSetup)} gives it, under a lease, of which it makes use until no body goes on. */
    public static Flux<RunEvent> run(RunSetup setup, Lease lease) {
        return Flux.deferContextual(subscribed -> lease.during(
                        OpenedResources::new,
                        opened -> play(setup, opened, lease, WatchedLoops.of(subscribed)),
                        OpenedResources::close))
                .onErrorMap(
                        error -> !(error instanceof LabException),
                        error -> new BrokenRunException("run-broken", "the run broke: " + error));
    }

    /** The bystander's latency over so much time in which nothing runs: what the machine itself does to it. Lazy. */
    public static Mono<Latency> idleBystander(Duration time, Lease lease) {
        return lease.during(
                        OpenedResources::new,
                        opened -> idle(RunThreads.open("idle", opened), time),
                        OpenedResources::close)
                .singleOrEmpty();
    }

    private static Flux<RunEvent> play(RunSetup setup, OpenedResources opened, Lease lease, WatchedLoops loops) {
        RunThreads threads = RunThreads.open(setup.lane().name(), opened);
        Plan plan = setup.plan();
        opened.add(plan::close);
        Optional<TimerThread> arrivals = setup.load()
                .map(load -> TimerThread.open(LabThreads.name(setup.lane().name() + "-arrivals")));
        arrivals.ifPresent(thread -> opened.add(thread::close));
        LaneSession session = setup.lane().open(threads.home(), setup.concurrency());
        opened.add(session::close);
        Canaries canaries = canaries(setup, session, loops);
        opened.add(canaries::close);
        RunClock clock = new RunClock(System::nanoTime);
        @Nullable RunTrace trace = setup.traced() ? new RunTrace(clock::nanos) : null;
        if (trace != null) {
            session.trace(trace.ofThreads());
        }
        return session.open(setup.subject(), threads.home().loop())
                .then(threads.connect(setup.bystander()))
                .flatMapMany(bystander -> Flux.deferContextual(subscribed -> {
                    Bystanders.Place place = Bystanders.of(subscribed).enter();
                    opened.add(() -> Mono.fromRunnable(place::leave));
                    String homeThread = threads.home().threadName();
                    RunEnvironment environment =
                            new RunEnvironment(threads.home(), session, clock, SubscriberContext.forBodies(subscribed));
                    RunContext context = new RunContext(plan, session, environment, lease, clock, trace);
                    return RunScope.run(
                            setup,
                            context,
                            new Observation(threads.observer().scheduler(), bystander, canaries, place, homeThread),
                            arrivals);
                }));
    }

    /** None where no bystander is wanted either. */
    private static Canaries canaries(RunSetup setup, LaneSession session, WatchedLoops loops) {
        if (!setup.bystander().isOn()) {
            return Canaries.NONE;
        }
        List<SharedResource> shared = Stream.concat(session.shares().stream(), loops.resources().stream())
                .toList();
        return Canaries.open(
                shared,
                LabThreads.name(setup.lane().name() + "-canaries"),
                setup.bystander().period());
    }

    private static Mono<Latency> idle(RunThreads threads, Duration time) {
        return threads.connect(BystanderRate.DEFAULT)
                .flatMap(Mono::justOrEmpty)
                .doOnNext(bystander -> bystander.start())
                .delayElement(time, threads.observer().scheduler())
                .flatMap(bystander -> bystander.finish(time));
    }
}
