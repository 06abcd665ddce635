package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.message.Build;
import io.fluxlab.cluster.message.Kind;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.OpenRun;
import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.cluster.message.TaskGroup.Start;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.process.message.OpenPlan;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.fluxlab.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * A group of one small task, which goes the way of every group but for the broker, and of which nobody hears. Most of what
 * the first group in a JVM takes is the loading of classes; with a member that stands by, that group is what a lost one had.
 */
final class Rehearsal {

    /** No coordinator gives this number to a run. */
    private static final long RUN = -1;

    /** Members number theirs from one. */
    static final int LANE = 0;

    private final HomeLoop home;
    private final Scheduler clock;
    private volatile boolean hasRun;

    Rehearsal(HomeLoop home, Scheduler clock) {
        this.home = home;
        this.clock = clock;
    }

    /** Runs the task. Starts at subscription, whose thread it holds until the task is over; never fails. */
    Mono<Void> run() {
        return Mono.defer(() -> {
            for (Workload<?> each : ServiceLoader.load(Workload.class)) {
                String unused = each.name();
            }
            RunHere run = new RunHere(
                    request(), new SmallTask(), home, new Accounts(ProcessVitals::now), Accounts.ofCpuTime());
            return run.open()
                    .then(Mono.fromRunnable(() -> runTask(run)))
                    .onErrorComplete()
                    .then(run.close(clock))
                    .onErrorComplete();
        });
    }

    private static OpenRun request() {
        return Letter.of(
                        Kind.OPEN,
                        new OpenRun(
                                RUN, new OpenPlan("", Map.of()), Build.here().fluxlab()))
                .read(OpenRun.class);
    }

    private static void runTask(RunHere run) {
        Start only = new Start(0, 0, 0, Long.MAX_VALUE);
        Letter group = Letter.of(Kind.GROUP, new TaskGroup(0, RUN, null, false, List.of(only)));
        RunningGroup running = run.begin(group.read(TaskGroup.class), LANE);
        if (running != null) {
            takeFrames(running);
            running.close();
            run.ended(running);
        }
    }

    private static void takeFrames(RunningGroup running) {
        try {
            while (running.hasMore()) {
                Letter frame = running.nextFrame();
                if (frame != null) {
                    byte[] unused = frame.bytes();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the task has run. */
    boolean hasRun() {
        return hasRun;
    }

    /** Emits something, and is over. */
    private final class SmallTask implements Plan {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Publisher<?> body(int task, TaskContext context) {
            return Flux.just(1).doOnComplete(() -> hasRun = true);
        }
    }
}
