package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.task.TaskExecution;
import io.fluxlab.task.TaskSink;
import io.fluxlab.trail.Trail;
import org.jspecify.annotations.Nullable;

/**
 * A task of this run on its way: holds the items that wait for the outlet, and the body's demand that is to follow them.
 * {@link #stop} and {@link #giveUp} come from any thread.
 */
final class TaskRun implements TaskSink {

    private final RunScope run;
    private final Slot slot;
    private final int task;
    private volatile @Nullable ItemBuffer items;
    private boolean watched;
    private boolean closed;
    private long owed;
    private final TaskExecution execution;

    /** A task that starts next, on this thread, which counts as inside the body from now on. */
    TaskRun(RunScope run, Slot slot, int task) {
        this.run = run;
        this.slot = slot;
        this.task = task;
        this.execution = new TaskExecution(slot.place(), run.environment(), this);
    }

    /** Runs the body on this thread; true where the task has ended by then. */
    boolean start() {
        run.outlet().offer(new TaskEvents.Started(this, run.session().assign(task)));
        return execution.start(context -> run.session().body(run.plan(), task, context));
    }

    /** Ends the task as cancelled, as soon as its body lets go. */
    void stop() {
        Lease lease = run.lease();
        lease.enter(); // for the thread inside the body, as long as it takes to let go
        execution.stop(lease::leave);
    }

    /** Ends the task as cancelled, although its body may not have let go. */
    void giveUp() {
        execution.giveUp();
    }

    @Override
    public long firstRequest() {
        return ItemBuffer.PREFETCH;
    }

    @Override
    public void onItem(Object item) {
        ItemBuffer buffer = items;
        if (buffer == null) {
            buffer = new ItemBuffer();
            items = buffer;
            watch();
        }
        if (buffer.add(item) && buffer.announce()) {
            run.outlet().offer(new TaskEvents.Items(this, buffer));
        }
    }

    @Override
    public void onCheckpoint() {
        if (!watched) {
            watch();
        }
        run.session().checkpoint();
    }

    @Override
    public void onEnd(TaskEnd end) {
        long cpuNanos = end.cpuNanos();
        if (cpuNanos == ThreadCpuClock.UNKNOWN) {
            cpuNanos = run.session().remoteCpuNanos(task);
        }
        run.dispatcher().forget(this);
        long atNanos = run.clock().nanos(end.atNanos());
        run.outlet().offer(new TaskEvents.Ended(this, atNanos, failure(end.error()), cpuNanos));
        if (end.late()) {
            slot.resume();
        }
    }

    private static @Nullable Failure failure(@Nullable Throwable error) {
        return error == null ? null : Failures.of(error);
    }

    int task() {
        return task;
    }

    long startedNanos() {
        return run.clock().nanos(execution.startedNanos());
    }

    long done() {
        return execution.done();
    }

    /** Where it was; to be read after its end. */
    Trail trail() {
        return execution.trail();
    }

    boolean hasEnded() {
        return execution.hasEnded();
    }

    @Nullable
    ItemBuffer items() {
        return items;
    }

    RunScope run() {
        return run;
    }

    /** Its end is the last that is heard of it, also where its body goes on. Called by the outlet. */
    void close() {
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** The outlet has taken so many items, and the body may emit as many more. Called by the outlet. */
    void itemsTaken(int count) {
        owed += count;
        if (owed < ItemBuffer.BATCH || run.dispatcher().isPaused() || !execution.takesRequests()) {
            return;
        }
        long more = owed;
        owed = 0;
        execution.request(more, slot::execute);
    }

    private void watch() {
        watched = true;
        run.observer().watch(this);
    }
}
