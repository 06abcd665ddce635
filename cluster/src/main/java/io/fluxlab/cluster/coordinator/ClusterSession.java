package io.fluxlab.cluster.coordinator;

import io.fluxlab.cluster.message.Beat.Progress;
import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.FrameReader;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.Told;
import io.fluxlab.cluster.message.Used;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lane.LaneSession;
import io.fluxlab.lane.Strand;
import io.fluxlab.lane.Upcoming;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.loop.LabThreads;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.Subject;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
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
    private @Nullable Running running;
    private @Nullable Upcoming upcoming;
    private volatile RemoteUse knownUse = RemoteUse.NONE;
    private volatile int remoteThreads;
    private int endedTask = NO_TASK;
    private long endedCpuNanos;

    /** What a session has once it has a coordinator. */
    private final class Running implements RunInbox {

        private final Coordinator coordinator;
        private final long run;
        private final Plan plan;
        private final OpenPlaces places;
        private final Set<String> awaited = new HashSet<>();
        private @Nullable Dispatcher dispatcher;
        private @Nullable MonoSink<Void> opening;
        private @Nullable MonoSink<Void> answering;
        private int toOpen;

        private Running(Coordinator coordinator, Subject subject) {
            this.coordinator = coordinator;
            this.run = coordinator.newNumber();
            this.plan = subject.plan();
            OpenPlan open = new OpenPlan(
                    subject.workload(), subject.parameters(), subject.recipe().orElse(null));
            this.places = new OpenPlaces(coordinator, new OpenRun(run, open, version(subject)));
        }

        private Dispatcher dispatcher() {
            Dispatcher known = dispatcher;
            if (known == null) {
                Upcoming ahead = upcoming;
                if (ahead == null) {
                    throw new IllegalStateException("nothing was foreseen");
                }
                known = new Dispatcher(coordinator, places, run, plan, ahead);
                dispatcher = known;
            }
            return known;
        }

        private void open(int members, MonoSink<Void> sink) {
            coordinator.register(run, this);
            toOpen = members;
            opening = sink;
            askAndReport();
        }

        private void askAndReport() {
            MonoSink<Void> waiting = opening;
            if (waiting == null) {
                return;
            }
            if (places.open().isEmpty() && !places.areExpected()) {
                int unused = places.ask(toOpen);
            }
            if (toOpen == 0 || (!places.open().isEmpty() && !places.areExpected())) {
                opening = null;
                waiting.success();
            }
        }

        @Override
        public void roomAt() {
            execute(() -> {
                askAndReport();
                if (dispatcher != null) {
                    dispatcher.sendPending();
                }
            });
        }

        @Override
        public void opened(String member) {
            execute(() -> {
                places.opened(member);
                askAndReport();
                if (dispatcher != null) {
                    dispatcher.sendPending();
                }
            });
        }

        @Override
        public void notOpened(Told why) {
            execute(() -> {
                places.isUnfit(why.member());
                MonoSink<Void> waiting = opening;
                if (waiting != null) {
                    opening = null;
                    waiting.error(new BrokenRunException(why.code(), why.message()));
                }
            });
        }

        @Override
        public void frame(FrameReader frame) {
            execute(() -> {
                if (dispatcher != null) {
                    dispatcher.frame(frame);
                    dispatcher.fill(ClusterSession.this);
                }
            });
        }

        @Override
        public void progress(Progress progress) {
            execute(() -> {
                RemoteTask task = dispatcher == null ? null : dispatcher.find(progress.task());
                if (task != null) {
                    task.progressed(progress.done());
                }
            });
        }

        @Override
        public void used(Used use, boolean toTheLast) {
            execute(() -> {
                places.used(use.member(), use.use());
                knownUse = places.use();
                if (toTheLast) {
                    heardFrom(use.member());
                }
            });
        }

        @Override
        public void closed(String member) {
            execute(() -> heardFrom(member));
        }

        @Override
        public void lost(String member, String how) {
            execute(() -> {
                places.lost(member);
                knownUse = places.use();
                heardFrom(member);
                if (dispatcher != null) {
                    dispatcher.lost(member, how);
                }
                askAndReport();
            });
        }

        /** Asks all members something, and completes when each has answered or is gone. */
        private void askAll(Kind question, MonoSink<Void> sink) {
            awaited.clear();
            awaited.addAll(places.tellAll(question));
            answering = sink;
            reportAnswers();
        }

        private void heardFrom(String member) {
            awaited.remove(member);
            reportAnswers();
        }

        private void reportAnswers() {
            MonoSink<Void> waiting = answering;
            if (waiting != null && awaited.isEmpty()) {
                answering = null;
                waiting.success();
            }
        }
    }

    /**
     * A session that has opened nothing yet.
     *
     * @param concurrency how many tasks run at once to begin with
     */
    public ClusterSession(ClusterSource source, int concurrency) {
        this.source = source;
        this.concurrency = concurrency;
    }

    private static String version(Subject subject) {
        for (Workload<?> each : ServiceLoader.load(Workload.class)) {
            if (each.name().equals(subject.workload())) {
                return Build.versionOf(each);
            }
        }
        return "";
    }

    /** The plan is opened at the members where its tasks run; not here. */
    @Override
    public Mono<Void> open(Subject subject, EventLoop home) {
        int atOnce = Math.min(concurrency, subject.plan().size());
        return source.open(atOnce)
                .flatMap(coordinator -> onLoop(sink -> {
                    Running opened = new Running(coordinator, subject);
                    running = opened;
                    opened.open(atOnce, sink);
                }));
    }

    @Override
    public void foresee(Upcoming newUpcoming) {
        upcoming = newUpcoming;
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
        Running open = running;
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

    void travels(@Nullable TravellingContext context) {
        dispatcher().travels(context);
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

    /** Completes when all members have answered, or are gone, or the time is up. */
    private Mono<Void> askAll(Kind question, Duration patience) {
        return this.<Void>onLoop(sink -> {
                    Running open = running;
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
                    Running open = running;
                    if (open != null && open.dispatcher != null) {
                        open.dispatcher.close();
                    }
                    sink.success();
                })
                .then(askAll(Kind.CLOSE, LETTING_GO))
                .then(this.<Void>onLoop(sink -> {
                    Running open = running;
                    if (open != null) {
                        open.coordinator.unregister(open.run);
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
