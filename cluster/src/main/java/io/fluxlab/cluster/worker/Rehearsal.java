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

    Rehearsal(HomeLoop home, Scheduler clock) {
        this.home = home;
        this.clock = clock;
    }

    /**
     * Runs the task, and emits how many bytes there are of its results. Starts at subscription, whose thread it holds until
     * the task is over; what goes wrong is no matter, since nobody waits for it, and completes it.
     */
    Mono<Integer> run() {
        return Mono.usingWhen(
                        Mono.fromSupplier(this::begin),
                        run -> run.open().then(Mono.fromCallable(() -> bytesOfTask(run))),
                        run -> run.close(clock))
                .onErrorComplete();
    }

    private RunHere begin() {
        for (Workload<?> each : ServiceLoader.load(Workload.class)) {
            String unused = each.name();
        }
        return new RunHere(request(), new SmallTask(), home, new Accounts(ProcessVitals::now), Accounts.ofCpuTime());
    }

    private static OpenRun request() {
        return Letter.of(
                        Kind.OPEN,
                        new OpenRun(
                                RUN, new OpenPlan("", Map.of()), Build.here().fluxlab()))
                .read(OpenRun.class);
    }

    private static int bytesOfTask(RunHere run) throws InterruptedException {
        Start only = new Start(0, 0, 0, Long.MAX_VALUE);
        Letter group = Letter.of(Kind.GROUP, new TaskGroup(0, RUN, null, false, List.of(only)));
        RunningGroup running = run.begin(group.read(TaskGroup.class), LANE);
        if (running == null) {
            return 0;
        }
        int bytes = 0;
        while (running.hasMore()) {
            Letter frame = running.nextFrame();
            bytes += frame == null ? 0 : frame.bytes().length;
        }
        running.close();
        run.ended(running);
        return bytes;
    }

    /** Emits something, and is over. */
    private static final class SmallTask implements Plan {

        @Override
        public int size() {
            return 1;
        }

        @Override
        public Publisher<?> body(int task, TaskContext context) {
            return Flux.just(1);
        }
    }
}
