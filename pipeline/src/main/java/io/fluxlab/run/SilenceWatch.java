package io.fluxlab.run;

import io.fluxlab.lane.LaneSession;
import io.fluxlab.measure.ProcessVitals;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Looks once a second which tasks of a run give no sign: no item, no progress and hardly any CPU time for ten seconds. The CPU
 * time is that of the thread inside the task or, where there is none, that of the process; one that is busy is no proof that
 * this task is, so that a task without a thread is told of after a minute all the same. Of very many tasks only the first
 * are looked at. Confined to its scheduler's thread.
 */
final class SilenceWatch {

    static final Duration SILENCE = Duration.ofSeconds(10);
    private static final Duration PERIOD = Duration.ofSeconds(1);
    private static final Duration SILENCE_IN_A_BUSY_PROCESS = Duration.ofMinutes(1);

    /** What a run that is stopped says of its tasks. */
    private static final Duration SHORT_SILENCE = Duration.ofSeconds(1);

    private static final int MOST_WATCHED = 256;
    private static final int MOST_TOLD = 4;
    private static final double LEAST_CPUS = 0.05;
    private static final double LEAST_CPUS_OF_PROCESS = 0.15;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final RunClock clock;
    private final LaneSession session;
    private final Scheduler scheduler;
    private final Consumer<Predicate<TaskActivity>> running;
    private final BooleanSupplier isPaused;
    private final SignalSink signals;
    private Map<Integer, Watched> watched = new HashMap<>();
    private @Nullable Disposable looks;

    /** A watch over the tasks that {@code running} shows to whoever wants to look at them. */
    SilenceWatch(
            RunContext context,
            Scheduler scheduler,
            Consumer<Predicate<TaskActivity>> running,
            BooleanSupplier isPaused,
            SignalSink signals) {
        this.clock = context.clock();
        this.session = context.session();
        this.scheduler = scheduler;
        this.running = running;
        this.isPaused = isPaused;
        this.signals = signals;
    }

    void start() {
        looks = scheduler.schedulePeriodically(this::look, 0, PERIOD.toNanos(), TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (looks != null) {
            looks.dispose();
        }
    }

    /** Says of the tasks that are silent by now that they are, since the run is about to be stopped. */
    void tellAll() {
        refresh();
        tell(SHORT_SILENCE, SHORT_SILENCE, (task, silent) -> signals.offer(silent));
    }

    private void look() {
        refresh();
        if (!isPaused.getAsBoolean()) {
            tell(SILENCE, SILENCE_IN_A_BUSY_PROCESS, (task, silent) -> signals.replace(task.place, silent));
        }
    }

    private void refresh() {
        long now = clock.nanoTime();
        long processNanos = ProcessVitals.cpuNanosNow() + session.remoteUse().cpuNanos();
        Map<Integer, Watched> next = new HashMap<>();
        running.accept(task -> {
            if (!task.hasEnded()) {
                Watched known = watched.get(task.index());
                Watched found = known == null ? new Watched(task, now) : known;
                found.look(now, processNanos);
                next.put(task.index(), found);
            }
            return next.size() < MOST_WATCHED;
        });
        watched = next;
    }

    /** How something is told of a task. */
    @FunctionalInterface
    private interface Telling {
        void tell(Watched task, RunSignal.TaskIsSilent silent);
    }

    private void tell(Duration silence, Duration withoutSign, Telling telling) {
        List<Watched> silent = watched.values().stream()
                .filter(each ->
                        each.silentNanos() >= silence.toNanos() || each.signlessNanos() >= withoutSign.toNanos())
                .limit(MOST_TOLD)
                .toList();
        silent.forEach(each -> telling.tell(each, each.signal(clock.nanos())));
        if (!silent.isEmpty()) {
            signals.drain();
        }
    }

    /** A task, and what was seen of it when it was last looked at. */
    private static final class Watched {
        private final TaskActivity task;
        private final ConflatedSignals.Place place = new ConflatedSignals.Place();
        private long activity;
        private long seenNanos;
        private long signNanos;
        private long quietNanos;
        private long threadId;
        private long cpuNanos;
        private long quietCpuNanos;

        Watched(TaskActivity task, long now) {
            this.task = task;
            this.seenNanos = now;
            this.signNanos = now;
            this.quietNanos = now;
            this.activity = task.activity();
            this.threadId = -1;
        }

        void look(long now, long processNanos) {
            Thread thread = task.thread();
            long id = thread == null ? 0 : thread.threadId();
            long cpu = thread == null ? processNanos : Math.max(0, cpuNanos(thread));
            long newActivity = task.activity();
            boolean gaveSign = newActivity != activity || id != threadId;
            boolean isBusy = (thread != null && thread.isVirtual())
                    ? thread.getState() == Thread.State.RUNNABLE
                    : cpu - cpuNanos > (thread == null ? LEAST_CPUS_OF_PROCESS : LEAST_CPUS) * (now - seenNanos);
            signNanos = gaveSign ? now : signNanos;
            if (gaveSign || isBusy) {
                quietNanos = now;
                quietCpuNanos = cpu;
            }
            if (thread != null && isBusy) {
                signNanos = now;
            }
            activity = newActivity;
            threadId = id;
            cpuNanos = cpu;
            seenNanos = now;
        }

        /** Neither a sign nor CPU time for so long. */
        long silentNanos() {
            return seenNanos - quietNanos;
        }

        /** No sign for so long, whatever the process did. */
        long signlessNanos() {
            return seenNanos - signNanos;
        }

        RunSignal.TaskIsSilent signal(long atNanos) {
            Thread thread = task.thread();
            long silent = Math.max(silentNanos(), signlessNanos());
            return new RunSignal.TaskIsSilent(
                    task.index(),
                    atNanos,
                    silent,
                    silentNanos() == 0 ? 0 : (double) (cpuNanos - quietCpuNanos) / silentNanos(),
                    task.demand(),
                    thread == null ? null : thread.getName(),
                    thread == null ? task.operators() : UserFrames.waiting(thread.getStackTrace()));
        }

        /** Of a virtual thread it is not known. */
        private static long cpuNanos(Thread thread) {
            return thread.isVirtual() ? 0 : THREADS.getThreadCpuTime(thread.threadId());
        }
    }
}
