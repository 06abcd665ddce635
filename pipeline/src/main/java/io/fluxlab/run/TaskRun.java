package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.jfr.RecordedTask;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.task.TaskExecution;
import io.fluxlab.task.TaskSink;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.trace.Tracer;
import java.util.List;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.jspecify.annotations.Nullable;

/**
 * A task of this run on its way: hands its items to the emitter, and has its body emit as many more as were delivered.
 * {@link #stop}, {@link #giveUp}, {@link #owe} and {@link #requestOwed} come from any thread.
 */
final class TaskRun implements TaskSink, ObservedTask, TaskActivity {

    private static final AtomicLongFieldUpdater<TaskRun> OWED =
            AtomicLongFieldUpdater.newUpdater(TaskRun.class, "owed");
    private static final AtomicLongFieldUpdater<TaskRun> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(TaskRun.class, "requested");

    private final RunContext context;
    private final TaskHost host;
    private final SignalSink signals;
    private final Listener listener;
    private final RecordedTask recorded;
    private final TaskOutput output;
    private final @Nullable TraceLog trace;
    private final TaskExecution execution;
    private volatile long owed;
    private volatile long requested;

    /** Written by one thread at a time; whoever else reads it gets a number that may be a moment old. */
    private long emitted;

    private boolean observed;

    /** Who has to know of a task that runs. Thread-safe. */
    interface Listener {

        /** What the flight recorder is told of a task that starts now, on this thread. */
        default RecordedTask recorded() {
            return RecordedTask.NOT_RECORDED;
        }

        /** It computes, or emits items: there is something to see. At most once, on the task's thread. */
        void worthObserving(TaskRun task);

        /** What to say of an error with which it ends. */
        default Failure failure(Throwable error) {
            return Failures.of(error);
        }

        /** It has ended, and its end will be told. Once, after everything else. */
        void ended(TaskRun task);
    }

    /** A task that starts next, on this thread, which counts as inside the body from now on. */
    TaskRun(int task, RunContext context, TaskHost host, SignalSink signals, Listener listener) {
        this.context = context;
        this.host = host;
        this.signals = signals;
        this.listener = listener;
        this.recorded = listener.recorded();
        this.output = new TaskOutput(task);
        RunTrace traces = context.trace();
        this.trace = traces == null ? null : traces.begin();
        this.execution = new TaskExecution(host.place(), context.environment(), this);
    }

    /** Runs the body on this thread; true where the task has ended by then. */
    boolean start() {
        int task = index();
        String worker = context.session().assign(task);
        signals.offer(new RunSignal.TaskBegins(task, startedNanos(), worker));
        return execution.start(body -> context.session().body(context.plan(), task, body));
    }

    /** Ends the task as cancelled, as soon as its body lets go. */
    void stop() {
        Lease lease = context.lease();
        lease.enter(); // for the thread inside the body, as long as it takes to let go
        execution.stop(lease::leave);
    }

    /** Ends the task as cancelled, although its body may not have let go. */
    void giveUp() {
        execution.giveUp();
    }

    /** So many of its items were delivered, and its body may emit as many more. */
    void owe(int items) {
        OWED.addAndGet(this, items);
    }

    /** Has the body emit what is owed, once that is a batch. */
    void requestOwed() {
        if (owed >= ItemBuffer.BATCH && execution.takesRequests()) {
            long more = OWED.getAndSet(this, 0);
            if (more > 0) {
                REQUESTED.addAndGet(this, more);
                execution.request(more, host);
            }
        }
    }

    @Override
    public long firstRequest() {
        REQUESTED.addAndGet(this, ItemBuffer.PREFETCH);
        return ItemBuffer.PREFETCH;
    }

    @Override
    public void onItem(Object item) {
        emitted++;
        observe();
        if (output.add(item)) {
            signals.offer(new RunSignal.ItemsWait(output));
        }
    }

    @Override
    public void onCheckpoint() {
        observe();
        context.session().checkpoint();
    }

    @Override
    public Tracer tracer() {
        return trace == null ? Tracer.NONE : trace;
    }

    @Override
    public void onEnd(TaskEnd end) {
        int task = index();
        if (trace != null) {
            trace.end();
        }
        recorded.end(task, () -> context.plan().label(task), end.error());
        long cpuNanos = end.cpuNanos();
        if (cpuNanos == ThreadCpuClock.UNKNOWN) {
            cpuNanos = context.session().remoteCpuNanos(task);
        }
        listener.ended(this);
        signals.offer(new RunSignal.TaskEnds(
                output,
                startedNanos(),
                context.clock().nanos(end.atNanos()),
                cpuNanos == ThreadCpuClock.UNKNOWN ? null : (Long) cpuNanos,
                failure(end.error()),
                execution.trail(),
                trace));
        if (end.late()) {
            host.resume();
        }
    }

    private @Nullable Failure failure(@Nullable Throwable error) {
        return error == null ? null : listener.failure(error);
    }

    @Override
    public int index() {
        return output.task();
    }

    @Override
    public long done() {
        return execution.done();
    }

    @Override
    public boolean hasEnded() {
        return execution.hasEnded();
    }

    @Override
    public long activity() {
        return emitted + execution.done();
    }

    @Override
    public long demand() {
        return Math.max(0, requested - emitted);
    }

    @Override
    public @Nullable Thread thread() {
        return execution.thread();
    }

    @Override
    public List<String> operators() {
        return execution.operators();
    }

    @Override
    public TaskOutput output() {
        return output;
    }

    private long startedNanos() {
        return context.clock().nanos(execution.startedNanos());
    }

    private void observe() {
        if (!observed) {
            observed = true;
            listener.worthObserving(this);
        }
    }
}
