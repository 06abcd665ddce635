package io.fluxlab.run;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One run from subscription to its last event: what its slots, tasks, outlet and observer share. Thread-safe. */
final class RunScope {

    /** How long the bystander may wait for its last answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RunSetup setup;
    private final Loops loops;
    private final LaneSession session;
    private final Outlet outlet;
    private final Dispatcher dispatcher;
    private final Observer observer;
    private final AtomicReference<@Nullable Failure> stopReason = new AtomicReference<>();
    private volatile RunClock clock = RunClock.started();
    private volatile ProcessVitals vitalsAtStart = ProcessVitals.now();
    private volatile @Nullable Disposable steering;

    RunScope(RunSetup setup, Loops loops, LaneSession session, CoreSubscriber<? super RunEvent> subscriber) {
        this.setup = setup;
        this.loops = loops;
        this.session = session;
        this.outlet = new Outlet(subscriber, this::abandon);
        this.dispatcher = new Dispatcher(this, setup.plan().size(), setup.concurrency());
        this.observer = new Observer(this, loops.observer().loop(), loops.bystander());
    }

    /** Runs the setup in loops and a session that are open; the subscriber gets the events and cancels. */
    static Flux<RunEvent> run(RunSetup setup, Loops loops, LaneSession session) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super RunEvent> subscriber) {
                RunScope scope = new RunScope(setup, loops, session, subscriber);
                subscriber.onSubscribe(scope.outlet);
                scope.start();
            }
        };
    }

    Plan plan() {
        return setup.plan();
    }

    LaneSession session() {
        return session;
    }

    HomeLoop home() {
        return loops.home();
    }

    Outlet outlet() {
        return outlet;
    }

    Dispatcher dispatcher() {
        return dispatcher;
    }

    Observer observer() {
        return observer;
    }

    RunClock clock() {
        return clock;
    }

    /** Everything has ended and was delivered: sums up on the observer's thread, and says so. */
    void finish() {
        long wallNanos = dispatcher.tally().wallNanos();
        ProcessVitals used = ProcessVitals.now().since(vitalsAtStart);
        loops.observer().loop().execute(() -> {
            stopSteering();
            observer.stop();
            latency().subscribe(latency -> report(wallNanos, used, latency), outlet::fail);
        });
    }

    private void start() {
        steering = setup.commands().subscribe(this::obey, error -> stop(Failures.of(error)));
        outlet.offer(Pending.of(seq -> new RunStarted(
                seq, 0, setup.id(), setup.workload(), setup.lane().name(), setup.parameters(), plan().size())));
        loops.observer().loop().execute(() -> {
            setup.timeLimit()
                    .ifPresent(limit -> loops.observer()
                            .loop()
                            .schedule(() -> stop(Failures.timeIsUp(limit)), limit.toNanos(), TimeUnit.NANOSECONDS));
            observer.start();
            if (loops.bystander() != null) {
                loops.bystander().start();
            }
            vitalsAtStart = ProcessVitals.now();
            clock = RunClock.started();
            if (plan().size() == 0) {
                outlet.offer(Pending.silent(dispatcher::endIfAllDelivered));
            }
            dispatcher.spawn();
        });
    }

    private void obey(SteerCommand command) {
        switch (command.command()) {
            case PAUSE -> dispatcher.pause();
            case RESUME -> dispatcher.resume();
            case CANCEL -> stop(Failures.CANCELLED);
            case CONCURRENCY -> {
                if (command.value() != null) {
                    dispatcher.limitTo(command.value());
                }
            }
        }
    }

    private void stop(Failure reason) {
        if (stopReason.compareAndSet(null, reason)) {
            dispatcher.stop();
        }
    }

    /** The subscriber has cancelled: nobody will see an end. */
    private void abandon() {
        stopSteering();
        stop(Failures.CANCELLED);
        loops.observer().loop().execute(observer::stop);
    }

    private void stopSteering() {
        Disposable subscription = steering;
        if (subscription != null) {
            subscription.dispose();
        }
    }

    private Mono<Latency> latency() {
        return loops.bystander() == null
                ? Mono.just(Latency.NONE)
                : loops.bystander().finish(PATIENCE);
    }

    private void report(long wallNanos, ProcessVitals used, Latency latency) {
        RunTally tally = dispatcher.tally();
        Failure reason = stopReason.get();
        Status status = reason != null ? Status.CANCELLED : tally.failed() > 0 ? Status.FAILED : Status.COMPLETED;
        outlet.offer(Pending.last(seq -> new RunFinished(
                seq,
                clock.nanos(),
                status,
                new RunSummary(
                        tally.tasks(),
                        tally.failed(),
                        tally.items(),
                        wallNanos,
                        used.cpuNanos(),
                        used.allocatedBytes(),
                        1 + session.peakThreads(),
                        used.contextSwitches(),
                        outlet.conflated().replaced(),
                        latency),
                reason)));
    }
}
