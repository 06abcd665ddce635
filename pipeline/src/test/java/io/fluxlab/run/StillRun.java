package io.fluxlab.run;

import io.fluxlab.canary.Canaries;
import io.fluxlab.claim.Lease;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.run.RunSetup.Steering;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * What a run needs, without a thread and without a clock that moves by itself: whatever is to run on a strand is kept
 * until the test runs it, and time passes when the test says so. Not thread-safe.
 */
final class StillRun implements LaneSession, TaskEnvironment {

    private final VirtualTimeScheduler time = VirtualTimeScheduler.create();
    private final RunClock clock = new RunClock(this::nanoTime);
    private final Queue<Runnable> commands = new ArrayDeque<>();
    private RemoteUse remoteUse = RemoteUse.NONE;
    private int summaries;

    VirtualTimeScheduler time() {
        return time;
    }

    RunClock clock() {
        return clock;
    }

    RunContext context(Plan plan) {
        return new RunContext(plan, this, this, Lease.NONE, clock);
    }

    /** The whole run, in this thread. */
    Flux<RunEvent> events(Plan plan, int concurrency, Steering steering) {
        Subject subject = new Subject("still", Map.of(), plan);
        RunSetup setup = new RunSetup("run-1", subject, new VirtualLane(), concurrency, BystanderRate.NONE, steering);
        Observation nobody =
                new Observation(time, Optional.empty(), Canaries.NONE, new Bystanders().enter(), "still-home");
        return RunScope.run(setup, context(plan), nobody, Optional.empty());
    }

    /** How many commands wait on all strands. */
    int waiting() {
        return commands.size();
    }

    /** The command that has waited longest, which waits no more. */
    Runnable next() {
        return commands.remove();
    }

    /** Runs what waits on the strands, and what comes to wait meanwhile. */
    void runStrands() {
        while (!commands.isEmpty()) {
            commands.remove().run();
        }
    }

    /** Lets time pass, and runs what is due and what waits on the strands. */
    void pass(Duration duration) {
        time.advanceTimeBy(duration);
        runStrands();
    }

    @Override
    public Strand strand() {
        return commands::add;
    }

    /** How often somebody wanted to sum the run up. */
    int summaries() {
        return summaries;
    }

    @Override
    public RemoteUse remoteUse() {
        return remoteUse;
    }

    /** What is used elsewhere from now on. */
    void use(RemoteUse newRemoteUse) {
        remoteUse = newRemoteUse;
    }

    @Override
    public Mono<RemoteUse> finalRemoteUse() {
        summaries++;
        return Mono.just(remoteUse);
    }

    @Override
    public int peakThreads() {
        return 0;
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    @Override
    public Scheduler timer() {
        return time;
    }

    @Override
    public EventLoop loop() {
        throw new UnsupportedOperationException("no loop where nothing moves");
    }

    @Override
    public long nanoTime() {
        return time.now(TimeUnit.NANOSECONDS);
    }
}
