package io.fluxlab.profile;

import io.fluxlab.diagnosis.Activity;
import io.fluxlab.diagnosis.Operators;
import io.fluxlab.diagnosis.Samples;
import io.fluxlab.profile.Look.Seen;
import io.fluxlab.run.RunWatch;
import io.fluxlab.run.TaskActivity;
import io.fluxlab.trail.PlaceOfWork.Position;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

/**
 * Looks every few milliseconds what the tasks of a run do, and less often where a look takes long.
 * Of very many tasks it looks at some, chosen anew each time. Looks are taken on its scheduler's thread, which nothing else
 * uses; the rest is thread-safe.
 */
final class TaskSampler implements RunWatch {

    private static final Duration INTERVAL = Duration.ofMillis(4);

    /** The first looks take long, before they are compiled. */
    private static final Duration LONGEST = Duration.ofMillis(25);

    /** A look may take one part in so many of the time. */
    private static final int SPARSE = 10;

    private static final int MOST_STARTED = 4_096;
    private static final int MOST_LOOKED_AT = 48;
    private static final int DEPTH = 64;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final Scheduler scheduler;
    private final Random random = new Random(1); // which tasks are looked at must not depend on what they do
    private final SampleLog log = new SampleLog();
    private final WaitingLoops loops = new WaitingLoops();
    private final Set<Long> bystanders = new HashSet<>();
    private final Set<Long> servants = new HashSet<>();
    private volatile @Nullable Consumer<Predicate<TaskActivity>> running;
    private long costNanos;

    TaskSampler(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    @Override
    public void begin(Consumer<Predicate<TaskActivity>> tasks) {
        beginRun();
        running = tasks;
        scheduler.schedule(() -> lookAgain(tasks));
    }

    @Override
    public void end() {
        running = null;
    }

    /** How often the tasks were looked at so far. */
    synchronized int looks() {
        return log.looks();
    }

    /** CPU time that the looks have taken so far. */
    synchronized long costNanos() {
        return costNanos;
    }

    /** What was seen so far, where threads of a name are whose the function says. */
    synchronized Samples samples(Function<String, Position> position) {
        return log.samples(position);
    }

    /**
     * Another run begins; threads that do something before any of its tasks has started have no part in it. One that waits
     * may have a part, as the thread of a queue: whenever it does not wait.
     */
    private synchronized void beginRun() {
        bystanders.clear();
        servants.clear();
        log.beginRun();
        for (ThreadInfo thread : THREADS.dumpAllThreads(false, false, DEPTH)) {
            if (CodeFrames.isWorking(thread.getStackTrace())) {
                (isWaiting(thread) ? servants : bystanders).add(thread.getThreadId());
            }
        }
    }

    private static boolean isWaiting(ThreadInfo thread) {
        return thread.getThreadState() == Thread.State.WAITING;
    }

    /** Until the run ends: who begins another has looks of its own. */
    private void lookAgain(Consumer<Predicate<TaskActivity>> tasks) {
        if (running != tasks) {
            return;
        }
        long pause = Math.min(LONGEST.toNanos(), Math.max(INTERVAL.toNanos(), SPARSE * look(tasks)));
        if (running == tasks) {
            scheduler.schedule(() -> lookAgain(tasks), pause, TimeUnit.NANOSECONDS);
        }
    }

    /** Takes a look, and tells how much CPU time that took: on a busy machine, it may take far longer than that. */
    private synchronized long look(Consumer<Predicate<TaskActivity>> tasks) {
        long cpuBefore = THREADS.getCurrentThreadCpuTime();
        List<TaskActivity> started = new ArrayList<>();
        tasks.accept(task -> {
            if (!task.hasEnded()) {
                started.add(task);
            }
            return started.size() < MOST_STARTED;
        });
        if (!started.isEmpty()) {
            Map<Long, ThreadInfo> platform = new HashMap<>();
            for (ThreadInfo thread : THREADS.dumpAllThreads(false, false, DEPTH)) {
                platform.put(thread.getThreadId(), thread);
            }
            log.add(look(started, platform));
        }
        long cost = THREADS.getCurrentThreadCpuTime() - cpuBefore;
        costNanos += cost;
        return cost;
    }

    private Look look(List<TaskActivity> started, Map<Long, ThreadInfo> platform) {
        Set<Long> inTasks = new HashSet<>(bystanders);
        for (TaskActivity task : started) {
            Thread thread = task.thread();
            if (thread != null) {
                inTasks.add(thread.threadId());
            }
        }
        int count = started.size();
        if (count > MOST_LOOKED_AT) {
            Collections.shuffle(started, random);
        }
        List<Seen> seen = new ArrayList<>();
        for (TaskActivity task : started.subList(0, Math.min(count, MOST_LOOKED_AT))) {
            seen(task, platform).ifPresent(seen::add);
        }
        List<Seen> strays = platform.values().stream()
                .filter(thread -> !inTasks.contains(thread.getThreadId()))
                .filter(thread -> !(servants.contains(thread.getThreadId()) && isWaiting(thread)))
                .filter(thread ->
                        CodeFrames.isWorking(thread.getStackTrace()) && !CodeFrames.isInTask(thread.getStackTrace()))
                .map(thread -> seen(
                        thread.getThreadState(),
                        lock(thread),
                        thread.getThreadName(),
                        thread.getThreadId(),
                        null,
                        thread.getStackTrace()))
                .toList();
        return new Look(count, seen, strays);
    }

    /** Empty where the thread has gone on to something else by now. */
    private Optional<Seen> seen(TaskActivity task, Map<Long, ThreadInfo> platform) {
        Thread thread = task.thread();
        if (thread == null) {
            return task.hasEnded() ? Optional.empty() : Optional.of(suspended(task));
        }
        ThreadInfo info = platform.get(thread.threadId());
        StackTraceElement[] stack = info == null ? thread.getStackTrace() : info.getStackTrace();
        if (!CodeFrames.isInTask(stack)) {
            return Optional.empty();
        }
        return Optional.of(
                info == null
                        ? seen(
                                thread.getState(),
                                blocker(thread),
                                thread.getName(),
                                thread.threadId(),
                                thread.getContextClassLoader(),
                                stack)
                        : seen(
                                info.getThreadState(),
                                lock(info),
                                info.getThreadName(),
                                thread.threadId(),
                                thread.getContextClassLoader(),
                                stack));
    }

    private static Seen suspended(TaskActivity task) {
        List<String> operators = task.operators();
        String first = operators.stream()
                .filter(Operators::keepsOrder)
                .findFirst()
                .orElse(operators.isEmpty() ? null : operators.get(0));
        return new Seen(Activity.SUSPENDED, first == null ? null : Operators.name(first), "", 0, List.of());
    }

    private Seen seen(
            Thread.State state,
            @Nullable String lock,
            String thread,
            long threadId,
            @Nullable ClassLoader loader,
            StackTraceElement... stack) {
        Activity seen = Stacks.activity(state, stack);
        Activity activity = seen == Activity.RUNNING && loops.isIn(loader, stack) ? Activity.SPINNING : seen;
        boolean isShared =
                activity == Activity.BLOCKED || activity == Activity.ACQUIRING || activity == Activity.HELD_BACK;
        List<String> at = activity == Activity.RUNNING ? CodeFrames.running(stack) : CodeFrames.of(stack);
        return new Seen(activity, isShared ? lock : null, thread, threadId, at);
    }

    /** Its class; which of these it is, a number tells. */
    private static @Nullable String lock(ThreadInfo thread) {
        return thread.getLockName();
    }

    /** The class and number of what a virtual thread parks for, as it said itself: no more is known of one. */
    private static @Nullable String blocker(Thread thread) {
        Object blocker = LockSupport.getBlocker(thread);
        return blocker == null
                ? null
                : blocker.getClass().getName() + "@" + Integer.toHexString(System.identityHashCode(blocker));
    }
}
