package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.message.FrameWriter;
import io.fluxlab.cluster.message.Letter;
import io.fluxlab.cluster.message.TaskGroup;
import io.fluxlab.cluster.message.TaskGroup.Start;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.run.Failures;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.task.TaskSink.TaskEnd;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.workload.Plan;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A group of tasks that run here, one after the other on one thread, while another one sends what becomes of them: what
 * waits is bounded by how many items each may emit. Thread-safe.
 */
final class RunningGroup implements RunningTask.Listener {

    private static final long FLUSH_MILLIS = 10;

    private final TaskGroup group;
    private final Plan plan;
    private final TaskThread thread;
    private final HomeLoop home;
    private final FrameWriter writer;
    private final Map<Integer, Long> limits = new HashMap<>();
    private final Set<Integer> cancelled = new HashSet<>();
    private @Nullable RunningTask current;
    private int next;
    private boolean full;
    private boolean over;
    private boolean stopped;

    RunningGroup(TaskGroup group, Plan plan, TaskThread thread, HomeLoop home) {
        this.group = group;
        this.plan = plan;
        this.thread = thread;
        this.home = home;
        this.writer = new FrameWriter(group.run(), group.dispatch());
    }

    long dispatch() {
        return group.dispatch();
    }

    /** Begins, on the lane's thread. */
    void begin() {
        thread.execute(this::runTasks);
    }

    /** The task that runs now; null where none does. */
    synchronized @Nullable RunningTask current() {
        return over ? null : current;
    }

    /** Runs tasks until one of them waits for something, or there are none. */
    private void runTasks() {
        RunningTask task = takeNext();
        while (task != null && task.run(plan, group.context(), group.traced())) {
            task = takeNext();
        }
    }

    private synchronized @Nullable RunningTask takeNext() {
        while (!over && next < group.tasks().size()) {
            Start start = group.tasks().get(next);
            next++;
            if (stopped || cancelled.contains(start.task())) {
                failed(start.task(), Failures.of(io.fluxlab.task.TaskExecution.CANCELLED));
                continue;
            }
            RunningTask task =
                    new RunningTask(start, limits.getOrDefault(start.task(), start.limit()), thread, home, this);
            current = task;
            return task;
        }
        current = null;
        over = true;
        notifyAll();
        return null;
    }

    @Override
    public synchronized void item(int task, long number, Object item) {
        if (over) {
            return; // given up
        }
        boolean wasEmpty = writer.isEmpty();
        full |= writer.item(task, number, item);
        if (full || wasEmpty) {
            notifyAll();
        }
    }

    @Override
    public void ended(RunningTask task, TaskEnd end) {
        synchronized (this) {
            if (over) {
                return;
            }
            TraceLog.Kept kept = task.takeTrace();
            if (kept != null) {
                writer.trace(task.index(), task.startedNanos(), kept);
            }
            Throwable error = end.error();
            if (error == null) {
                writer.end(task.index(), task.count(), end.cpuNanos(), end.atNanos() - task.startedNanos());
                notifyIfWaiting();
            } else {
                failed(task.index(), Failures.of(error));
            }
        }
        if (end.late()) {
            thread.execute(this::runTasks);
        }
    }

    private void failed(int task, Failure failure) {
        writer.failed(task, failure.code(), failure.message());
        notifyIfWaiting();
    }

    private void notifyIfWaiting() {
        notifyAll();
    }

    /** A task may emit so many items from its first on. */
    synchronized void allow(int task, long limit) {
        limits.merge(task, limit, Math::max);
        RunningTask running = current;
        if (running != null && running.index() == task) {
            running.allow(limit);
        }
    }

    /** A task is of no use any more. */
    void cancel(int task) {
        RunningTask running;
        synchronized (this) {
            cancelled.add(task);
            running = current;
        }
        if (running != null && running.index() == task) {
            running.stop();
        }
    }

    /** None of its tasks is of use any more. */
    void stop() {
        RunningTask running;
        synchronized (this) {
            stopped = true;
            running = current;
        }
        if (running != null) {
            running.stop();
        }
    }

    /** Ends it, although a body may not have let go. */
    synchronized void giveUp() {
        over = true;
        notifyAll();
    }

    /** Ends it when nobody takes frames any more: what waits is dropped, and nothing more is kept. */
    void close() {
        stop();
        synchronized (this) {
            giveUp();
            writer.discard();
        }
    }

    synchronized boolean isOver() {
        return over;
    }

    /** Whether there will be another frame. */
    synchronized boolean hasMore() {
        return !over || !writer.isEmpty();
    }

    /** Waits for the next frame, which is full, or some milliseconds old, or the last; null where there is none any more. */
    synchronized @Nullable Letter nextFrame() throws InterruptedException {
        while (writer.isEmpty() && !over) {
            wait();
        }
        long until = System.nanoTime() + FLUSH_MILLIS * 1_000_000;
        while (!full && !over) {
            long left = (until - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                break;
            }
            wait(left);
        }
        full = false;
        return writer.isEmpty() ? null : writer.take();
    }
}
