package io.fluxlab.run;

import io.fluxlab.workload.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Looks at a run from outside, on a scheduler of its own: sends off items that have waited for 10 ms, reports progress ten
 * times a second and a pulse four times. {@link #watch} is thread-safe; the rest is confined to the scheduler's thread.
 */
final class Observer {

    static final Duration TICK = Duration.ofMillis(10);
    static final int TICKS_PER_PROGRESS = 10;
    static final int TICKS_PER_PULSE = 25;

    private final Scheduler scheduler;
    private final Plan plan;
    private final RunClock clock;
    private final Supplier<RunSignal.VitalSigns> pulses;
    private final SignalSink signals;
    private final Queue<ObservedTask> arrivals = new ConcurrentLinkedQueue<>();
    private final List<Watched> watched = new ArrayList<>();
    private final ConflatedSignals.Place pulse = new ConflatedSignals.Place();
    private @Nullable Disposable ticks;
    private int tick;

    /** An observer that tells {@code signals} of what it sees, {@code pulses} among it. */
    Observer(RunContext context, Scheduler scheduler, Supplier<RunSignal.VitalSigns> pulses, SignalSink signals) {
        this.plan = context.plan();
        this.clock = context.clock();
        this.scheduler = scheduler;
        this.pulses = pulses;
        this.signals = signals;
    }

    /** Keeps an eye on a task until it ends. */
    void watch(ObservedTask task) {
        arrivals.add(task);
    }

    void start() {
        ticks = scheduler.schedulePeriodically(this::tick, 0, TICK.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (ticks != null) {
            ticks.dispose();
        }
    }

    private void tick() {
        try {
            look();
        } catch (RuntimeException e) { // of the plan: without this, the ticks would end and the run would wait for ever
            signals.offer(new RunSignal.RunBreaks(e));
        }
    }

    private void look() {
        tick++;
        for (ObservedTask task = arrivals.poll(); task != null; task = arrivals.poll()) {
            watched.add(new Watched(task));
        }
        watched.removeIf(each -> each.task.hasEnded());
        watched.forEach(each -> sendItems(each.task.output()));
        if (tick % TICKS_PER_PROGRESS == 0) {
            watched.forEach(this::reportProgress);
        }
        if (tick % TICKS_PER_PULSE == 0) {
            signals.replace(pulse, pulses.get());
        }
        signals.drain();
    }

    private void sendItems(TaskOutput output) {
        if (output.announce()) {
            signals.offer(new RunSignal.ItemsWait(output));
        }
    }

    private void reportProgress(Watched each) {
        ObservedTask task = each.task;
        long done = task.done();
        if (done == each.reported) {
            return;
        }
        each.reported = done;
        long total = plan.total(task.index());
        Long known = total == Plan.UNKNOWN ? null : total;
        signals.replace(each.place, new RunSignal.Progress(task, clock.nanos(), done, known));
    }

    /** A task and what was last said of it. */
    private static final class Watched {
        private final ObservedTask task;
        private final ConflatedSignals.Place place = new ConflatedSignals.Place();
        private long reported;

        Watched(ObservedTask task) {
            this.task = task;
        }
    }
}
