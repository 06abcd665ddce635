package io.fluxlab.load;

import io.fluxlab.loop.TimerThread;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyRecorder;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/**
 * Says how many tasks are due, when they are: on a thread that does nothing else, so that no lane can hold it up but by
 * taking all CPUs. How late it was is kept, since what it was late by is the generator's doing and no lane's. Tasks that
 * arrive while too many wait are left out and counted.
 *
 * <p>What is asked of it comes from any thread; it starts once.
 */
public final class LoadGenerator {

    /** A thread of Linux sleeps for 50 µs more than it wants to: what is due within so much is said at once. */
    private static final long SOON_NANOS = 20_000;

    private final Schedule schedule;
    private final int backlog;
    private final TimerThread thread;
    private final IntSupplier started;
    private final Listener listener;
    private final LatencyRecorder lateness = new LatencyRecorder();
    private final long[] admittedNanos;
    private LongSupplier clock = () -> 0;
    private int next;
    private int overflow;
    private volatile int due;
    private volatile int overflowed;
    private volatile boolean stopped;

    /** Who has to know what is due. Thread-safe. */
    public interface Listener {

        /** So many more tasks are due. */
        void due(int more);

        /** All that will ever be due are: so many. Once. */
        void over(int tasks);
    }

    /**
     * One that has not started.
     *
     * @param thread for this alone
     * @param started how many of the tasks that are due have been started
     */
    public LoadGenerator(OfferedLoad load, TimerThread thread, IntSupplier started, Listener listener) {
        this.schedule = load.schedule();
        this.backlog = load.backlog();
        this.thread = thread;
        this.started = started;
        this.listener = listener;
        this.admittedNanos = new long[schedule.size()];
    }

    /** Starts; {@code nanosSinceStart} is the run's clock. */
    public void start(LongSupplier nanosSinceStart) {
        thread.execute(() -> {
            clock = nanosSinceStart;
            send();
        });
    }

    /** Nothing more is due. */
    public void stop() {
        stopped = true;
    }

    /** How many tasks are due by now: the first of the run's tasks, in order. */
    public int due() {
        return due;
    }

    /** When a task was due that is, in nanoseconds since the run's start. */
    public long dueNanos(int task) {
        return admittedNanos[task];
    }

    /** How many were left out because too many waited. */
    public int overflowed() {
        return overflowed;
    }

    /** How late it said what is due. */
    public Latency lateness() {
        return lateness.total();
    }

    private void send() {
        if (stopped) {
            return;
        }
        int more = admit(clock.getAsLong() + SOON_NANOS);
        if (more > 0) {
            listener.due(more);
        }
        if (next == schedule.size()) {
            listener.over(due);
            return;
        }
        long wait = schedule.dueNanos(next) - clock.getAsLong();
        try {
            thread.schedule(Duration.ofNanos(Math.max(0, wait)), this::send);
        } catch (RejectedExecutionException e) {
            return; // the run is over
        }
    }

    private int admit(long untilNanos) {
        int before = due;
        int admitted = before;
        int waiting = before - started.getAsInt();
        while (next < schedule.size() && schedule.dueNanos(next) <= untilNanos) {
            long dueAt = schedule.dueNanos(next++);
            lateness.record(untilNanos - SOON_NANOS - dueAt);
            if (waiting >= backlog) {
                overflow++;
            } else {
                waiting++;
                admittedNanos[admitted++] = dueAt;
            }
        }
        overflowed = overflow;
        due = admitted;
        return admitted - before;
    }
}
