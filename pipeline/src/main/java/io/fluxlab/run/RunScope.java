package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.RunEvent.Status;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.trail.PlaceOfWork;
import io.fluxlab.trail.ThreadTimes;
import io.fluxlab.trail.TrailLog;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One run from subscription to its last event: what its slots, tasks, outlet and observer share. Thread-safe. */
final class RunScope {

    /** How long the bystander may wait for its last answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the bystander may wait in a run that was stopped, where a task may hold the home loop for good. */
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(200);

    /** How long the tasks of a run that was stopped have to let go. */
    private static final Duration GRACE = Duration.ofMillis(400);

    private final RunSetup setup;
    private final Stage stage;
    private final Outlet outlet;
    private final Dispatcher dispatcher;
    private final Observer observer;
    private final AtomicReference<@Nullable Failure> stopReason = new AtomicReference<>();
    private final Disposable.Swap steering = Disposables.swap();
    private volatile RunClock clock = RunClock.started();
    private volatile ProcessVitals vitalsAtStart = ProcessVitals.NONE;
    private final TrailLog trails;
    private volatile @Nullable ThreadTimes timesAtStart;

    RunScope(RunSetup setup, Stage stage, CoreSubscriber<? super RunEvent> subscriber) {
        this.setup = setup;
        this.stage = stage;
        this.outlet = new Outlet(subscriber, this::abandon);
        this.dispatcher = new Dispatcher(
                this, setup.plan().size(), setup.concurrency(), setup.lane().mostConcurrency());
        this.observer = new Observer(this, stage);
        this.trails = new TrailLog(stage.home().threadName());
    }

    /** Runs the setup on a stage that is ready; the subscriber gets the events and cancels. */
    static Flux<RunEvent> run(RunSetup setup, Stage stage) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super RunEvent> subscriber) {
                RunScope scope = new RunScope(setup, stage, subscriber);
                subscriber.onSubscribe(scope.outlet);
                scope.onObserver(scope::start);
            }
        };
    }

    Plan plan() {
        return setup.plan();
    }

    LaneSession session() {
        return stage.session();
    }

    HomeLoop home() {
        return stage.home();
    }

    Lease lease() {
        return stage.lease();
    }

    /** What its tasks find. */
    TaskEnvironment environment() {
        return stage;
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

    /** Where its tasks were. For the outlet's turn. */
    TrailLog trails() {
        return trails;
    }

    RunClock clock() {
        return clock;
    }

    /** Everything has ended and was delivered: sums up on the observer's thread, and says so. */
    void finish() {
        long wallNanos = dispatcher.tally().wallNanos();
        ProcessVitals.Used used = vitals().since(vitalsAtStart);
        Failure reason = stopReason.get();
        onObserver(() -> {
            steering.dispose();
            observer.stop();
            Duration patience = reason == null ? PATIENCE : SHORT_PATIENCE;
            Mono.zip(latency(patience), remoteUse(patience))
                    .subscribe(found -> report(wallNanos, used, found.getT2(), found.getT1(), reason), outlet::fail);
        });
    }

    private void start() {
        outlet.offer(Pending.of(seq -> new RunStarted(
                seq, 0, setup.id(), setup.workload(), setup.lane().name(), setup.parameters(), plan().size())));
        setup.timeLimit().ifPresent(limit -> after(limit, () -> stop(Failures.timeIsUp(limit))));
        observer.start();
        stage.bystander().ifPresent(Bystander::start);
        timesAtStart = isAlone() ? ThreadTimes.now() : null;
        vitalsAtStart = vitals();
        clock = RunClock.started();
        if (plan().size() == 0) {
            outlet.offer(Pending.silent(dispatcher::endIfAllDelivered));
        }
        dispatcher.spawn();
        steering.update(setup.commands().subscribe(this::obey, error -> stop(Failures.of(error))));
    }

    private static ProcessVitals vitals() {
        return isAlone() ? ProcessVitals.now() : ProcessVitals.amongOthers();
    }

    private static boolean isAlone() {
        return HomeLoop.open() <= 1;
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
            lease().linger(); // bodies that hold no thread are told to end, and nobody hears when they have
            dispatcher.stop();
            after(GRACE, dispatcher::giveUp);
        }
    }

    /** The subscriber has cancelled, or can't be told any more: nobody will see an end. */
    private void abandon() {
        steering.dispose();
        stop(Failures.CANCELLED);
        onObserver(observer::stop);
    }

    private Mono<Latency> latency(Duration patience) {
        return stage.bystander().map(bystander -> bystander.finish(patience)).orElse(Mono.just(Latency.NONE));
    }

    private Mono<RemoteUse> remoteUse(Duration patience) {
        Mono<RemoteUse> asKnown = Mono.fromSupplier(session()::remoteUse);
        return session()
                .finalRemoteUse()
                .timeout(patience, asKnown, stage.observer().scheduler());
    }

    private void report(
            long wallNanos, ProcessVitals.Used used, RemoteUse remote, Latency latency, @Nullable Failure reason) {
        RunTally tally = dispatcher.tally();
        Status status = reason != null ? Status.CANCELLED : tally.failed() > 0 ? Status.FAILED : Status.COMPLETED;
        List<PlaceOfWork> places = trails.places(isAlone() ? timesAtStart : null);
        outlet.finish((seq, conflated) -> new RunFinished(
                seq,
                clock.nanos(),
                status,
                new RunSummary(
                        tally.tasks(),
                        tally.failed(),
                        tally.items(),
                        wallNanos,
                        used.cpuNanos() + remote.cpuNanos(),
                        used.allocatedBytes() + remote.allocatedBytes(),
                        1 + session().peakThreads(),
                        sum(used.contextSwitches(), remote.contextSwitches()),
                        conflated,
                        latency,
                        places,
                        trails.assembly()),
                reason));
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : (Long) (one + other);
    }

    /** Where the observer's thread is gone, the subscriber has cancelled, and nothing more is to be done. */
    private void onObserver(Runnable action) {
        try {
            stage.observer().execute(guarded(action));
        } catch (RejectedExecutionException e) {
            return; // see above
        }
    }

    private void after(Duration time, Runnable action) {
        onObserver(() -> stage.observer().schedule(time, guarded(action)));
    }

    /** The thread would keep to itself what is thrown there, and the run would wait for ever. */
    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RejectedExecutionException e) {
                return; // as above
            } catch (Throwable e) { // also where no more threads can be started
                outlet.fail(e);
            }
        };
    }
}
