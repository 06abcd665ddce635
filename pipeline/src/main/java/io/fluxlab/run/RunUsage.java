package io.fluxlab.run;

import io.fluxlab.canary.Canaries;
import io.fluxlab.canary.CanaryReading;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.loop.Bystander;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.trail.ThreadTimes;
import io.fluxlab.trail.Trail;
import io.fluxlab.trail.TrailLog;
import io.fluxlab.trail.Wait;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * What a run uses of the machine between its start and the end of its last task, and where. {@link #start}, {@link #stop} and
 * {@link #summary} are called one after the other, by any thread.
 */
final class RunUsage {

    /** More CPU time than these have is that of a moment before or after: the machine is looked at a little longer than the run took. */
    private static final int CPUS = Runtime.getRuntime().availableProcessors();

    private final LaneSession session;
    private final Plan plan;
    private final Optional<Bystander> bystander;
    private final Canaries canaries;
    private final TrailLog trails;
    private volatile @Nullable ThreadTimes timesAtStart;
    private volatile ProcessVitals atStart = ProcessVitals.NONE;
    private volatile ProcessVitals.@Nullable Used used;

    RunUsage(LaneSession session, Plan plan, Observation observation) {
        this.session = session;
        this.plan = plan;
        this.bystander = observation.bystander();
        this.canaries = observation.canaries();
        this.trails = new TrailLog(observation.homeThread());
        trails.ownedByLane(session.stageThreads());
    }

    /** Has the bystander send and the canaries be due, and measures from now on. */
    void start() {
        bystander.ifPresent(Bystander::start);
        canaries.start();
        timesAtStart = isAlone() ? ThreadTimes.now() : null;
        atStart = vitals();
    }

    /** A task has ended after so many nanoseconds, and was where its trail says. Before {@link #stop}, one thread at a time. */
    void ended(Trail trail, long nanos) {
        trails.add(trail, nanos);
    }

    /** Measures to here. */
    void stop() {
        used = vitals().since(atStart);
    }

    /**
     * The run's figures, with what tasks were seen waiting for, once the bystander, the canaries and what runs elsewhere have
     * said their last, or after {@code patience}, of which {@code timer} is the clock. Starts at subscription.
     */
    Mono<RunSummary> summary(RunTally tally, List<Wait> waits, Duration patience, Scheduler timer) {
        Mono<Latency> latency = bystander.map(each -> each.finish(patience)).orElse(Mono.just(Latency.NONE));
        Mono<RemoteUse> remoteAsKnown = Mono.fromSupplier(session::remoteUse);
        Mono<RemoteUse> remote = session.finalRemoteUse().timeout(patience, remoteAsKnown, timer);
        return Mono.zip(latency, remote, canaries.finish(patience))
                .map(found -> summary(tally, waits, found.getT2(), found.getT1(), found.getT3()));
    }

    private RunSummary summary(
            RunTally tally, List<Wait> waits, RemoteUse remote, Latency latency, List<CanaryReading> readings) {
        ProcessVitals.Used here = used == null ? new ProcessVitals.Used(0, 0, null) : used;
        return new RunSummary(
                tally.tasks(),
                tally.failed(),
                tally.items(),
                tally.wallNanos(),
                Math.min(here.cpuNanos(), CPUS * tally.wallNanos()) + remote.cpuNanos(),
                here.allocatedBytes() + remote.allocatedBytes(),
                1 + session.peakThreads(),
                sum(here.contextSwitches(), remote.contextSwitches()),
                0,
                latency,
                trails.places(isAlone() ? timesAtStart : null),
                trails.assembly(),
                trails.hops().isEmpty() ? null : trails.hops(),
                waits.isEmpty() ? null : waits,
                null,
                plan.stages().isEmpty() ? null : plan.stages(),
                readings.isEmpty() ? null : readings,
                session.networkUse());
    }

    private static ProcessVitals vitals() {
        return isAlone() ? ProcessVitals.now() : ProcessVitals.amongOthers();
    }

    private static boolean isAlone() {
        return HomeLoop.open() <= 1;
    }

    private static @Nullable Long sum(@Nullable Long one, @Nullable Long other) {
        return one == null || other == null ? null : (Long) (one + other);
    }
}
