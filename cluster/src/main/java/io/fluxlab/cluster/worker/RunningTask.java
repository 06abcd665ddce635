package io.fluxlab.cluster.worker;

import io.fluxlab.cluster.message.TaskGroup.Start;
import io.fluxlab.loop.HomeLoop;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.task.TaskExecution;
import io.fluxlab.task.TaskSink;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.Plan;
import io.netty.channel.EventLoop;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Hooks;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * A task that runs here. Its body is subscribed and asked for more on the lane's thread, up to the limit that the
 * coordinator has set; what it emits goes to its group. {@link #allow} and {@link #stop} come from any thread.
 */
final class RunningTask implements TaskSink, TaskEnvironment {

    private final Start start;
    private final TaskThread thread;
    private final HomeLoop home;
    private final Listener listener;
    private final AtomicLong limit;
    private final AtomicLong requested = new AtomicLong();
    private volatile Context context = Context.empty();
    private volatile @Nullable TaskExecution execution;
    private volatile boolean stopped;
    private volatile @Nullable TraceLog trace;
    private long count;
    private long startedNanos;

    /** Who hears what it does. */
    interface Listener {

        /** An item that is wanted, and its number. May throw, which fails the task. */
        void item(int task, long number, Object item);

        /** It has ended: once, and nothing comes after. */
        void ended(RunningTask task, TaskEnd end);
    }

    RunningTask(Start start, long limit, TaskThread thread, HomeLoop home, Listener listener) {
        this.start = start;
        this.limit = new AtomicLong(limit);
        this.thread = thread;
        this.home = home;
        this.listener = listener;
    }

    int index() {
        return start.task();
    }

    /** How many items it had. */
    long count() {
        return count;
    }

    long startedNanos() {
        return startedNanos;
    }

    long done() {
        TaskExecution running = execution;
        return running == null ? 0 : running.done();
    }

    /** Runs the body on this thread, which is the lane's; true where it has ended by then. */
    boolean run(Plan plan, @Nullable TravellingContext travelled, boolean traced) {
        restore(travelled, plan.getClass().getClassLoader());
        long now = System.nanoTime();
        startedNanos = now;
        trace = traced ? new RunTrace(() -> System.nanoTime() - now).begin() : null;
        TaskExecution starting = new TaskExecution(thread.place(), this, this);
        execution = starting;
        if (stopped) {
            starting.stop(() -> {});
        }
        return starting.start(found -> plan.body(start.origin(), found));
    }

    private void restore(@Nullable TravellingContext travelled, ClassLoader types) {
        if (travelled != null) {
            if (travelled.restoresThreadLocals() && !Hooks.isAutomaticContextPropagationEnabled()) {
                Hooks.enableAutomaticContextPropagation();
            }
            context = travelled.read(types);
        }
    }

    /** It may emit so many items from its first on. */
    void allow(long newLimit) {
        limit.accumulateAndGet(newLimit, Math::max);
        thread.execute(this::askForMore);
    }

    /** On the lane's thread; where the body has not been subscribed by then, it will find what is wanted. */
    private void askForMore() {
        TaskExecution running = execution;
        if (running != null && running.takesRequests()) {
            long more = takeWanted();
            if (more > 0) {
                running.request(more, Runnable::run);
            }
        }
    }

    @Override
    public long firstRequest() {
        return takeWanted();
    }

    private long takeWanted() {
        long upTo = limit.get();
        return Math.max(0, upTo - requested.getAndAccumulate(upTo, Math::max));
    }

    /** Ends it as soon as its body lets go. */
    void stop() {
        stopped = true;
        TaskExecution running = execution;
        if (running != null) {
            running.stop(() -> {});
        }
    }

    /** What its threads did, once; null where nobody asked for it. */
    TraceLog.@Nullable Kept takeTrace() {
        TraceLog told = trace;
        return told == null ? null : told.take();
    }

    @Override
    public Tracer tracer() {
        TraceLog told = trace;
        return told == null ? Tracer.NONE : told;
    }

    @Override
    public void onItem(Object item) {
        long number = count;
        count++;
        if (number >= start.skip()) {
            listener.item(start.task(), number, item);
        }
    }

    @Override
    public void onCheckpoint() {}

    @Override
    public void onEnd(TaskEnd end) {
        TraceLog told = trace;
        if (told != null) {
            told.end();
        }
        listener.ended(this, end);
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    @Override
    public Scheduler timer() {
        return home.scheduler();
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public EventLoop loop() {
        return home.loop();
    }
}
