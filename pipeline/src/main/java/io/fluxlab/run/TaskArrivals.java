package io.fluxlab.run;

import io.fluxlab.load.BacklogSample;
import io.fluxlab.load.LoadGenerator;
import io.fluxlab.load.LoadRecord;
import io.fluxlab.load.LoadSummary;
import io.fluxlab.load.OfferedLoad;
import io.fluxlab.loop.TimerThread;
import java.time.Duration;

/**
 * The tasks of a run under load, as they arrive: has the queue let those go that are due, wakes slots for them, and keeps
 * what becomes of them. Thread-safe; {@link #ended} is called by one thread at a time.
 */
final class TaskArrivals implements LoadGenerator.Listener {

    /** So many samples of the backlog in a run. */
    private static final int SAMPLES = 200;

    private static final Duration LEAST_PERIOD = Duration.ofMillis(1);

    /** Tasks that still wait when this part of the load's time has gone by after its end show a lane that is behind. */
    private static final int PART_TO_DRAIN = 4;

    /** A machine that others use may hold up any lane for so long. */
    private static final Duration LEAST_TO_DRAIN = Duration.ofMillis(100);

    private final OfferedLoad load;
    private final TimerThread thread;
    private final TaskQueue queue;
    private final SlotPool slots;
    private final RunCompletion completion;
    private final Runnable whenBehind;
    private final LoadGenerator generator;
    private final LoadRecord record;
    private boolean isOver;
    private volatile boolean isCut;

    /**
     * None has arrived yet.
     *
     * @param thread for these alone
     * @param whenBehind is run where all have arrived and the lane has fallen behind
     */
    TaskArrivals(
            OfferedLoad load,
            TimerThread thread,
            TaskQueue queue,
            SlotPool slots,
            RunCompletion completion,
            Runnable whenBehind) {
        this.load = load;
        this.thread = thread;
        this.queue = queue;
        this.slots = slots;
        this.completion = completion;
        this.whenBehind = whenBehind;
        this.generator = new LoadGenerator(load, thread, queue::taken, this);
        this.record = new LoadRecord(load);
    }

    /** They arrive from now on. */
    void start(RunClock clock) {
        Duration period = Duration.ofNanos(load.schedule().nanos() / SAMPLES);
        generator.start(clock::nanos);
        thread.scheduleAtFixedRate(
                period.compareTo(LEAST_PERIOD) < 0 ? LEAST_PERIOD : period, () -> sample(clock.nanos()));
    }

    @Override
    public void due(int more) {
        queue.release(more);
        slots.wake(more);
    }

    @Override
    public synchronized void over(int tasks) {
        if (isOver) {
            return; // the run was stopped, and waits for those that had started
        }
        isOver = true;
        queue.endWithThoseDue();
        completion.expect(tasks);
        if (generator.overflowed() > 0 || record.grows()) {
            whenBehind.run(); // last: whoever is told waits for fewer
        } else {
            thread.schedule(toDrain(), this::drained);
        }
    }

    /**
     * A trend can be hidden, by a lane that was slow at first or stands still at the end; but one that keeps up has no
     * backlog to work off for long when nothing arrives any more.
     */
    private void drained() {
        if (queue.waiting() > 0 && !queue.isPaused()) {
            whenBehind.run();
        }
    }

    private Duration toDrain() {
        Duration part = Duration.ofNanos(load.schedule().nanos() / PART_TO_DRAIN);
        return part.compareTo(LEAST_TO_DRAIN) < 0 ? LEAST_TO_DRAIN : part;
    }

    private synchronized void sample(long atNanos) {
        if (!isOver) {
            int running = Math.max(0, queue.taken() - completion.ended());
            record.sample(new BacklogSample(atNanos, queue.waiting(), running));
        }
    }

    /** None arrives any more, since the run is to end. */
    synchronized void stop() {
        isOver = true;
        generator.stop();
    }

    /** Those that have not ended by now are told to: they are not waited for, and have not failed. */
    void cut() {
        isCut = true;
    }

    /** A task has ended; true where it has failed. */
    boolean ended(RunSignal.TaskEnds end) {
        if (end.failure() == null) {
            record.served(generator.dueNanos(end.output().task()), end.atNanos());
            return false;
        } else if (isCut && Failures.isCancelled(end.failure())) {
            return false;
        }
        record.failed(end.atNanos());
        return true;
    }

    /** What has become of them. */
    LoadSummary summary() {
        return record.summary(generator.overflowed(), generator.lateness());
    }
}
