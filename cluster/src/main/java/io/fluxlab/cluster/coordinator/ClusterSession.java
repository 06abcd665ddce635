package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Kind;
import io.fluxlab.kept.LastingRun;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.lane.Upcoming;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.measure.NetworkUse;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * A run in a cluster. All strands are one loop: it sends groups and takes their items, and the members do the work.
 * Thread-safe: its state is confined to that loop.
 */
public final class ClusterSession implements LaneSession {

    private static final int NO_TASK = -1;

    /** How long members have to let go of a run: longer than they give its tasks. */
    private static final Duration LETTING_GO = Duration.ofMillis(500);

    private static final Duration ANSWERING = Duration.ofSeconds(1);

    private final ClusterSource source;
    private final int concurrency;
    private final HomeLoop loop = HomeLoop.open(LabThreads.name("cluster-io"));
    private @Nullable OpenedRun running;
    private volatile @Nullable RunTraffic traffic;
    private @Nullable Upcoming upcoming;
    private volatile RemoteUse knownUse = RemoteUse.NONE;
    private volatile int remoteThreads;
    private int endedTask = NO_TASK;
    private long endedCpuNanos;

    /**
     * A session that has opened nothing yet.
     *
     * @param concurrency how many tasks run at once to begin with
     */
    public ClusterSession(ClusterSource source, int concurrency) {
        this.source = source;
        this.concurrency = concurrency;
    }

    /** The plan is opened at the members where its tasks run; not here. */
    @Override
    public Mono<Void> open(Subject subject, EventLoop home) {
        int atOnce = Math.min(concurrency, subject.plan().size());
        return Mono.deferContextual(context -> source.open(atOnce)
                .flatMap(coordinator -> onLoop(sink -> {
                    OpenedRun opened = new OpenedRun(this, coordinator, subject, LastingRun.in(context));
                    running = opened;
                    traffic = opened.traffic();
                    opened.open(atOnce, sink);
                })));
    }

    @Override
    public void foresee(Upcoming newUpcoming) {
        upcoming = newUpcoming;
    }

    /** What comes next, as it was foreseen. */
    Upcoming upcoming() {
        Upcoming ahead = upcoming;
        if (ahead == null) {
            throw new IllegalStateException("nothing was foreseen");
        }
        return ahead;
    }

    /** The members have used that much until now. */
    void used(RemoteUse use) {
        knownUse = use;
    }

    @Override
    public Strand strand() {
        return loop.loop()::execute;
    }

    /** Runs something on the loop, unless that has ended: then nobody waits for it. */
    void execute(Runnable action) {
        try {
            loop.loop().execute(action);
        } catch (RejectedExecutionException e) {
            return; // see above
        }
    }

    private Dispatcher dispatcher() {
        OpenedRun open = running;
        if (open == null) {
            throw new IllegalStateException("no plan is open");
        }
        return open.dispatcher();
    }

    @Override
    public String assign(int task) {
        return dispatcher().worker(dispatcher().take(task, this));
    }

    @Override
    public Publisher<?> body(Plan plan, int task, TaskContext context) {
        return dispatcher().take(task, this).in(context);
    }

    void travels(@Nullable TravellingContext context, boolean traced) {
        dispatcher().travels(context, traced);
    }

    void wanted(RemoteTask task) {
        dispatcher().wanted(task, this);
    }

    void allow(Group group, int task, long limit) {
        dispatcher().allow(group, task, limit);
    }

    void withdraw(RemoteTask task) {
        dispatcher().withdraw(task);
    }

    void forget(RemoteTask task) {
        dispatcher().forget(task);
    }

    void endedWell(int task, long cpuNanos) {
        endedTask = task;
        endedCpuNanos = cpuNanos;
    }

    /** Asked for just after {@link #endedWell}, on the same thread; never of a task that was given up. */
    @Override
    public long remoteCpuNanos(int task) {
        return loop.loop().inEventLoop() && task == endedTask ? endedCpuNanos : ThreadCpuClock.UNKNOWN;
    }

    @Override
    public RemoteUse remoteUse() {
        return knownUse;
    }

    @Override
    public Mono<RemoteUse> finalRemoteUse() {
        return askAll(Kind.USE, ANSWERING).then(Mono.fromCallable(() -> {
            remoteThreads = knownUse.threads();
            return knownUse;
        }));
    }

    @Override
    public @Nullable NetworkUse networkUse() {
        RunTraffic known = traffic;
        return known == null ? null : known.use();
    }

    /** Completes when all members have answered, or are gone, or the time is up. */
    private Mono<Void> askAll(Kind question, Duration patience) {
        return this.<Void>onLoop(sink -> {
                    OpenedRun open = running;
                    if (open == null) {
                        sink.success();
                    } else {
                        open.askAll(question, sink);
                    }
                })
                .timeout(patience, Mono.empty(), loop.scheduler());
    }

    @Override
    public int peakThreads() {
        return 1 + remoteThreads;
    }

    @Override
    public Mono<Void> close() {
        return this.<Void>onLoop(sink -> {
                    OpenedRun open = running;
                    if (open != null) {
                        open.stop();
                    }
                    sink.success();
                })
                .then(askAll(Kind.CLOSE, LETTING_GO))
                .then(this.<Void>onLoop(sink -> {
                    OpenedRun open = running;
                    if (open != null) {
                        open.leave();
                    }
                    sink.success();
                }))
                .then(source.close())
                .then(loop.close());
    }

    private <T> Mono<T> onLoop(Consumer<MonoSink<T>> action) {
        return Mono.create(sink -> execute(() -> {
            try {
                action.accept(sink);
            } catch (RuntimeException e) {
                sink.error(e);
            }
        }));
    }
}
