package io.fluxlab.run;

import io.fluxlab.claim.Claim;
import io.fluxlab.jfr.RecordedRun;
import io.fluxlab.lane.Upcoming;
import io.fluxlab.loop.TimerThread;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.run.RunEvent.Leftover;
import io.fluxlab.run.RunEvent.Status;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.CoreSubscriber;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * One run from subscription to its last event: puts its parts together, starts it, steers it, and ends it. Knows all parts;
 * they know the {@link RunContext} and, of what is above them, only an interface that each declares itself. Thread-safe.
 */
final class RunScope implements DeliveryListener {

    /** How long the bystander may wait for its last answers. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long the bystander may wait in a run that was stopped, where a task may hold the home loop for good. */
    private static final Duration SHORT_PATIENCE = Duration.ofMillis(200);

    /** How long the tasks of a run that was stopped have to let go. */
    static final Duration GRACE = Duration.ofMillis(400);

    private final RunSetup setup;
    private final RunContext context;
    private final Scheduler scheduler;
    private final EventEmitter emitter;
    private final PulseMeter pulses;
    private final RemoteMeter remote;
    private final Observer observer;
    private final TaskQueue queue;
    private final RecordedRun recorded;
    private final RunningTasks running;
    private final SilenceWatch silence;
    private final WaitSampler waits;
    private final SlotPool slots;
    private final RunCompletion completion;
    private final RunUsage usage;
    private final Optional<RunWatch> watch;
    private final Mono<Void> wish;
    private final Optional<TaskArrivals> arrivals;
    private final AtomicReference<@Nullable Failure> stopReason = new AtomicReference<>();
    private final Disposable.Swap steering = Disposables.swap();

    /** A run that has not started; {@code sending} is the thread that says which tasks arrive. */
    RunScope(
            RunSetup setup,
            RunContext context,
            Observation observation,
            Optional<TimerThread> sending,
            CoreSubscriber<? super RunEvent> subscriber) {
        this.setup = setup;
        this.context = context;
        this.scheduler = observation.scheduler();
        this.recorded =
                new RecordedRun(setup.id(), setup.workload(), setup.lane().name());
        int size = context.plan().size();
        this.emitter = new EventEmitter(subscriber, this, context.plan()::label, context.clock());
        this.pulses = new PulseMeter(context, observation);
        this.remote = new RemoteMeter(context.session(), RemoteCpu.of(subscriber.currentContext()));
        this.observer = new Observer(context, scheduler, this::look, emitter);
        this.queue = setup.load().isPresent() ? TaskQueue.ofArrivals(size) : new TaskQueue(size);
        this.running = new RunningTasks(context, emitter, observer::watch, recorded::task);
        this.silence = new SilenceWatch(context, scheduler, running::lookAt, queue::isPaused, emitter);
        this.waits = new WaitSampler(context, scheduler, running::lookAt);
        this.slots = new SlotPool(
                context.session()::strand,
                context.session().interleaves(),
                queue,
                running,
                setup.concurrency(),
                setup.lane().mostConcurrency());
        this.completion = new RunCompletion(size, this::finish);
        this.usage = new RunUsage(context.session(), context.plan(), observation);
        this.watch = RunWatch.of(subscriber.currentContext());
        this.wish = StopWish.of(subscriber.currentContext());
        this.arrivals = sending.flatMap(thread -> setup.load()
                .map(load -> new TaskArrivals(load, thread, queue, slots, completion, () -> onScheduler(this::cut))));
    }

    /** Runs the setup in a context that is ready; the subscriber gets the events and cancels. */
    static Flux<RunEvent> run(
            RunSetup setup, RunContext context, Observation observation, Optional<TimerThread> sending) {
        return new Flux<>() {
            @Override
            public void subscribe(CoreSubscriber<? super RunEvent> subscriber) {
                RunScope scope = new RunScope(setup, context, observation, sending, subscriber);
                subscriber.onSubscribe(scope.emitter);
                scope.onScheduler(scope::start);
            }
        };
    }

    /** What the parts of a run take of so many tasks, of which so many run at once. */
    static Claim claim(int tasks, int atOnce) {
        return TaskQueue.claim(tasks, atOnce).plus(RunningTasks.claim(tasks));
    }

    @Override
    public void startDelivered(int task) {
        queue.startDelivered();
        slots.wakeIfThereIsRoom();
    }

    @Override
    public void itemsDelivered(int task, int count) {
        running.itemsDelivered(task, count, queue);
    }

    @Override
    public void endDelivered(RunSignal.TaskEnds end, long items) {
        queue.endDelivered();
        usage.ended(end.trail(), end.atNanos() - end.startedNanos());
        boolean hasFailed = arrivals.map(each -> each.ended(end)).orElse(end.failure() != null);
        slots.wakeIfThereIsRoom();
        completion.ended(end.atNanos(), items, hasFailed);
    }

    /** Nobody will see an end. */
    @Override
    public void deliveryEnded() {
        steering.dispose();
        completion.abandon();
        remote.tell();
        recorded.end(context.plan().size(), Status.CANCELLED.name().toLowerCase(Locale.ROOT));
        stop(Failures.CANCELLED);
        onScheduler(this::stopObserving);
    }

    private RunSignal.VitalSigns look() {
        remote.tell();
        return pulses.look();
    }

    private void stopObserving() {
        observer.stop();
        silence.stop();
        waits.stop();
        pulses.stop();
        watch.ifPresent(RunWatch::end);
    }

    private Upcoming upcoming() {
        return new Upcoming() {
            @Override
            public int end() {
                return queue.horizon(slots.limit());
            }

            @Override
            public int atOnce() {
                return slots.limit();
            }
        };
    }

    private void start() {
        context.session().foresee(upcoming());
        emitter.offer(new RunSignal.RunBegins(
                setup.id(),
                setup.workload(),
                setup.lane().name(),
                setup.parameters(),
                context.plan().size()));
        setup.timeLimit().ifPresent(limit -> after(limit, () -> stopAndTell(Failures.timeIsUp(limit))));
        pulses.start();
        observer.start();
        silence.start();
        watch.ifPresent(each -> each.begin(running::lookAt));
        waits.start();
        usage.start();
        context.clock().start();
        recorded.begin();
        completion.check();
        // before the tasks begin: where demand for commands goes the way of the events, theirs would hold this thread
        steering.update(Disposables.composite(
                setup.commands().subscribe(this::steer, error -> stop(Failures.of(error))),
                wish.subscribe(nothing -> {}, error -> stop(Failures.of(error)), () -> steer(SteerCommand.CANCEL))));
        slots.spawn();
        if (stopReason.get() == null) {
            arrivals.ifPresent(each -> each.start(context.clock()));
        }
    }

    private void steer(SteerCommand command) {
        switch (command.command()) {
            case PAUSE -> queue.pause();
            case RESUME -> {
                queue.resume();
                running.resume();
                slots.wake();
            }
            case CANCEL -> onScheduler(() -> stopAndTell(Failures.CANCELLED));
            case CONCURRENCY -> {
                if (command.value() != null) {
                    slots.limitTo(command.value());
                }
            }
        }
    }

    /** Stops the run, and says before which of its tasks give no sign. On the scheduler's thread. */
    private void stopAndTell(Failure reason) {
        if (stopReason.get() == null) {
            silence.tellAll();
        }
        stop(reason);
    }

    private void stop(Failure reason) {
        if (stopReason.compareAndSet(null, reason)) {
            arrivals.ifPresent(TaskArrivals::stop);
            letGo();
        }
    }

    /** The lane has fallen behind what arrives: it would take ever longer to wait for the rest, and show nothing. */
    private void cut() {
        if (stopReason.get() == null) {
            arrivals.ifPresent(TaskArrivals::cut);
            letGo();
        }
    }

    private void letGo() {
        context.lease().linger(); // bodies that hold no thread are told to end, and nobody hears when they have
        completion.expect(queue.close());
        running.stop();
        after(GRACE, running::giveUp);
    }

    /** Everything has ended and was delivered: sums up on the scheduler's thread, and says so. */
    private void finish(RunTally tally) {
        Failure reason = stopReason.get();
        onScheduler(() -> {
            usage.stop(); // reads files, for which the home loop, where the last task may have ended, must not wait
            steering.dispose();
            stopObserving();
            usage.summary(tally, waits.waits(), reason == null ? PATIENCE : SHORT_PATIENCE, scheduler)
                    .doOnNext(summary -> remote.tell())
                    .map(summary -> arrivals.map(each -> summary.withLoad(each.summary()))
                            .orElse(summary))
                    .subscribe(summary -> emitter.offer(ending(summary, reason)), this::breakDown);
        });
    }

    private RunSignal.RunEnds ending(RunSummary summary, @Nullable Failure reason) {
        List<Leftover> left = running.leftBehind();
        Failure why = reason != null || left.isEmpty() ? reason : Failures.leftBehind(left.size());
        Status status = why != null ? Status.CANCELLED : summary.failed() > 0 ? Status.FAILED : Status.COMPLETED;
        recorded.end(context.plan().size(), status.name().toLowerCase(Locale.ROOT));
        return new RunSignal.RunEnds(status, summary, why, left);
    }

    private void breakDown(Throwable error) {
        emitter.offer(new RunSignal.RunBreaks(error));
    }

    /** Where the scheduler's thread is gone, the subscriber has cancelled, and nothing more is to be done. */
    private void onScheduler(Runnable action) {
        try {
            scheduler.schedule(guarded(action));
        } catch (RejectedExecutionException e) {
            return; // see above
        }
    }

    private void after(Duration time, Runnable action) {
        onScheduler(() -> scheduler.schedule(guarded(action), time.toNanos(), TimeUnit.NANOSECONDS));
    }

    /** The thread would keep to itself what is thrown there, and the run would wait for ever. */
    private Runnable guarded(Runnable action) {
        return () -> {
            try {
                action.run();
            } catch (RejectedExecutionException e) {
                return; // as above
            } catch (Throwable e) { // also where no more threads can be started
                breakDown(e);
            }
        };
    }
}
