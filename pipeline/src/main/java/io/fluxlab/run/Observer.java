package io.fluxlab.run;

import io.fluxlab.loop.Bystander;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.measure.RemoteUse;
import io.fluxlab.run.RunEvent.Pulse;
import io.fluxlab.run.RunEvent.TaskProgress;
import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Looks at a run from outside, on a thread of its own: sends off items that have waited for 10 ms, reports progress ten
 * times a second and a pulse four times. {@link #watch} is thread-safe; the rest is confined to the observer's thread.
 */
final class Observer {

    private static final Duration TICK = Duration.ofMillis(10);
    private static final int TICKS_PER_PROGRESS = 10;
    private static final int TICKS_PER_PULSE = 25;

    private final RunScope run;
    private final Stage stage;
    private final Queue<TaskRun> arrivals = new ConcurrentLinkedQueue<>();
    private final List<Watched> watched = new ArrayList<>();
    private final Conflated.Waiting pulse = new Conflated.Waiting();
    private @Nullable Future<?> ticks;
    private int tick;
    private long lastPulseNanos;
    private long lastCpuNanos;

    Observer(RunScope run, Stage stage) {
        this.run = run;
        this.stage = stage;
    }

    /** Keeps an eye on a task until it ends. */
    void watch(TaskRun task) {
        arrivals.add(task);
    }

    void start() {
        lastPulseNanos = System.nanoTime();
        lastCpuNanos = ProcessVitals.cpuNanosNow() + run.session().remoteUse().cpuNanos();
        ticks = stage.observer().scheduleAtFixedRate(TICK, this::tick);
    }

    void stop() {
        stage.place().leave();
        if (ticks != null) {
            ticks.cancel(false);
        }
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException e) { // of the plan: without this, the ticks would end and the run would wait for ever
            run.outlet().fail(e);
        }
    }

    private void look() {
        tick++;
        for (TaskRun task = arrivals.poll(); task != null; task = arrivals.poll()) {
            watched.add(new Watched(task));
        }
        watched.removeIf(each -> each.task.hasEnded());
        watched.forEach(each -> sendItems(each.task));
        if (tick % TICKS_PER_PROGRESS == 0) {
            watched.forEach(this::reportProgress);
        }
        if (tick % TICKS_PER_PULSE == 0) {
            reportPulse();
        }
        run.outlet().drain();
    }

    private static void sendItems(TaskRun task) {
        ItemBuffer buffer = task.items();
        if (buffer != null && buffer.announce()) {
            task.run().outlet().offer(new TaskEvents.Items(task, buffer));
        }
    }

    private void reportProgress(Watched each) {
        TaskRun task = each.task;
        long done = task.done();
        if (done == each.reported) {
            return;
        }
        each.reported = done;
        long atNanos = run.clock().nanos();
        long total = run.plan().total(task.task());
        Long known = total == Plan.UNKNOWN ? null : total;
        run.outlet()
                .conflated()
                .put(
                        each.place,
                        (seq, conflated) -> task.hasEnded()
                                ? null
                                : new TaskProgress(seq, atNanos, task.task(), done, known, conflated));
    }

    private void reportPulse() {
        long now = System.nanoTime();
        RemoteUse remote = run.session().remoteUse();
        long cpuNanos = ProcessVitals.cpuNanosNow() + remote.cpuNanos();
        double cpus = (double) (cpuNanos - lastCpuNanos) / Math.max(1, now - lastPulseNanos);
        lastPulseNanos = now;
        lastCpuNanos = cpuNanos;
        Latency latency = stage.bystander().map(Bystander::interval).orElse(Latency.NONE);
        stage.place().tell(latency);
        long atNanos = run.clock().nanos();
        int threads = ProcessVitals.threadsNow() + remote.threads();
        long heapBytes =
                Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory() + remote.heapBytes();
        run.outlet()
                .conflated()
                .put(pulse, (seq, conflated) -> new Pulse(seq, atNanos, latency, cpus, threads, heapBytes, conflated));
    }

    /** A task and what was last said of it. */
    private static final class Watched {
        private final TaskRun task;
        private final Conflated.Waiting place = new Conflated.Waiting();
        private long reported;

        Watched(TaskRun task) {
            this.task = task;
        }
    }
}
