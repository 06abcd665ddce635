package io.fluxlab.run;

import io.fluxlab.measure.ProcessVitals;
import io.fluxlab.trail.Wait;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.scheduler.Scheduler;

/**
 * Looks now and then what the tasks of a run wait for, and only where the process used hardly any CPU time since the last
 * look: a run that computes is not disturbed, and one that waits has the time. Of many tasks only the first that run are
 * looked at. Confined to its scheduler's thread, but for {@link #waits()}.
 */
final class WaitSampler {

    private static final Duration PERIOD = Duration.ofMillis(20);

    /** Going through the places of very many tasks takes its time, too. */
    private static final Duration LONG_PERIOD = Duration.ofSeconds(1);

    private static final int MANY_TASKS = 10_000;
    private static final int MOST_WATCHED = 4;
    private static final double IDLE_CPUS = 0.25;

    private final int size;
    private final RunClock clock;
    private final Scheduler scheduler;
    private final Consumer<Predicate<TaskActivity>> running;
    private final Map<Wait, Long> looks = new HashMap<>();
    private volatile List<Wait> seen = List.of();
    private long lastNanos;
    private long lastCpuNanos;
    private @Nullable Disposable ticks;

    /** A sampler of the tasks that {@code running} shows to whoever wants to look at them. */
    WaitSampler(RunContext context, Scheduler scheduler, Consumer<Predicate<TaskActivity>> running) {
        this.size = context.plan().size();
        this.clock = context.clock();
        this.scheduler = scheduler;
        this.running = running;
    }

    void start() {
        remember(clock.nanoTime(), ProcessVitals.cpuNanosNow());
        long period = (size > MANY_TASKS ? LONG_PERIOD : PERIOD).toNanos();
        ticks = scheduler.schedulePeriodically(this::look, period, period, TimeUnit.NANOSECONDS);
    }

    void stop() {
        if (ticks != null) {
            ticks.dispose();
        }
        seen = Wait.plus(
                List.of(),
                looks.entrySet().stream()
                        .map(entry -> entry.getKey().seen(entry.getValue()))
                        .toList());
    }

    /** What was seen until the end, most often first; to be asked after it. */
    List<Wait> waits() {
        return seen;
    }

    private void look() {
        long now = clock.nanoTime();
        long cpuNanos = ProcessVitals.cpuNanosNow();
        boolean isIdle = cpuNanos - lastCpuNanos <= IDLE_CPUS * (now - lastNanos);
        remember(now, cpuNanos);
        if (isIdle) {
            List<TaskActivity> tasks = new ArrayList<>();
            running.accept(task -> tasks.add(task) && tasks.size() < MOST_WATCHED);
            for (TaskActivity task : tasks) {
                Wait wait = task.hasEnded() ? null : WaitReader.read(task);
                if (wait != null) {
                    looks.merge(wait, 1L, Long::sum);
                }
            }
        }
    }

    private void remember(long nanos, long cpuNanos) {
        lastNanos = nanos;
        lastCpuNanos = cpuNanos;
    }
}
