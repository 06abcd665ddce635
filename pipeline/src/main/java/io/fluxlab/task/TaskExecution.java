package io.fluxlab.task;

import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.task.TaskSink.TaskEnd;
import io.fluxlab.trace.Tracer;
import io.fluxlab.trail.Trail;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * One task on its way: subscribes to its body on the thread that made this, and ends exactly once. The body's signals come
 * one at a time; {@link #stop} and {@link #giveUp} come from any thread.
 *
 * <p>Whoever stops the task leaves the ending to the thread that is inside the body, if there is one, and wakes it:
 * {@code stopped} is written before the gate is looked at here, and read after the gate was left there, so that one of
 * the two sees the other.
 */
public final class TaskExecution implements CoreSubscriber<Object>, TaskContext {

    /** The error of a task that was told to end. */
    @SuppressWarnings("StaticAssignmentOfThrowable") // it has no trace, and a million tasks may be told to end at once
    public static final CancellationException CANCELLED = new TaskCancelledException();

    private static final AtomicIntegerFieldUpdater<TaskExecution> STATE =
            AtomicIntegerFieldUpdater.newUpdater(TaskExecution.class, "state");
    private static final VarHandle DONE;

    /** The body is being subscribed, and may yet turn out to be synchronous. */
    private static final int STARTING = 0;

    /** The body did not end within its subscription. */
    private static final int PENDING = 1;

    /** The end was told. */
    private static final int ENDED = 2;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(TaskExecution.class, "done", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final TaskPlace place;
    private final TaskEnvironment environment;
    private final TaskSink sink;
    private final Trail trail = new Trail();
    private final long startedNanos;
    private volatile int state;
    private volatile boolean stopped;
    private volatile @Nullable Subscription upstream;
    private @Nullable TaskScheduler scheduler;

    @SuppressWarnings("UnusedVariable") // it is read, by DONE
    private long done;

    /** What a task does. */
    @FunctionalInterface
    public interface TaskBody {
        /** The items of the task, to be subscribed on this thread; what is thrown fails the task. */
        Publisher<?> in(TaskContext context) throws Exception;
    }

    /** An execution that starts next, on this thread, which counts as inside the body from now on. */
    public TaskExecution(TaskPlace place, TaskEnvironment environment, TaskSink sink) {
        this.place = place;
        this.environment = environment;
        this.sink = sink;
        this.startedNanos = environment.nanoTime();
        place.gate().enter();
    }

    /** Runs the body on this thread; true where the task has ended by then. */
    public boolean start(TaskBody body) {
        place.cpuClock().start(environment.nanoTime());
        try {
            if (!stopped) {
                BodyStart.run(body, this, trail);
            }
        } catch (Throwable e) { // whatever a body throws is the task's failure, and must not end the thread
            fail(e);
        } finally {
            exit();
        }
        return !STATE.compareAndSet(this, STARTING, PENDING);
    }

    /**
     * Ends the task as cancelled, as soon as its body lets go. {@code whenOut} runs when no thread is inside the body, at
     * once where there is none.
     */
    public void stop(Runnable whenOut) {
        stopped = true;
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        if (!place.gate().wake(whenOut)) {
            whenOut.run();
            end(CANCELLED);
        }
    }

    /** Ends the task as cancelled, although its body may not have let go. */
    public void giveUp() {
        end(CANCELLED);
    }

    /** Where it was; to be read after its end. */
    public Trail trail() {
        return trail;
    }

    /** When it started, by the environment's clock. */
    public long startedNanos() {
        return startedNanos;
    }

    /** What its last checkpoint said. */
    public long done() {
        return (long) DONE.getOpaque(this);
    }

    /** Whether its end was told. */
    public boolean hasEnded() {
        return state == ENDED;
    }

    /** The thread that is inside the body, also of one that was given up; null where there is none. */
    public @Nullable Thread thread() {
        return place.gate().thread();
    }

    /**
     * The operators of the body's that lead here, the last one first, by their names, and behind them those of the publisher
     * that it was given last; empty where they are not Reactor's.
     */
    public List<String> operators() {
        return OperatorNames.of(upstream, trail.lastBody());
    }

    /** Whether {@link #request} can reach the body now. */
    public boolean takesRequests() {
        return upstream != null && state != ENDED;
    }

    /**
     * Has the body emit so many items more, on the task's thread: now where that is this one, else when the executor has it
     * run a command.
     */
    public void request(long more, Executor thread) {
        Subscription subscription = upstream;
        if (subscription != null && place.gate().isInside()) {
            subscription.request(more);
        } else if (subscription != null) {
            thread.execute(() -> {
                if (state != ENDED) { // else the place may have another task by now
                    runInside(() -> request(more, subscription));
                }
            });
        }
    }

    private void request(long more, Subscription subscription) {
        if (!stopped) {
            subscription.request(more);
        }
    }

    /** A command of the body's own: it can be interrupted, and what it throws fails the task. */
    private void runInside(Runnable command) {
        place.gate().enter();
        try {
            command.run();
        } catch (Throwable e) { // as in start()
            fail(e);
        } finally {
            exit();
        }
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            if (stopped) {
                subscription.cancel();
                return;
            }
            long first = sink.firstRequest();
            if (first > 0) {
                subscription.request(first);
            }
        }
    }

    @Override
    public void onNext(@Nullable Object item) {
        if (state == ENDED) {
            return;
        }
        if (item == null) {
            fail(new NullPointerException("an item must not be null"));
            return;
        }
        trail.item();
        try {
            sink.onItem(item);
        } catch (RuntimeException e) { // of an item that can't be taken
            fail(e);
        }
    }

    @Override
    public void onError(Throwable error) {
        trail.end();
        end(stopped ? CANCELLED : error);
    }

    @Override
    public void onComplete() {
        trail.end();
        end(null);
    }

    @Override
    public void checkpoint(long doneSoFar) {
        DONE.setOpaque(this, doneSoFar);
        if (stopped) {
            throw new CancellationException(CANCELLED.getMessage());
        }
        sink.onCheckpoint();
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        Tracer tracer = sink.tracer();
        if (!tracer.isOn()) {
            return environment.blocking(call);
        }
        tracer.sleeping();
        try {
            return environment.blocking(call);
        } finally {
            tracer.running();
        }
    }

    @Override
    public Tracer tracer() {
        return sink.tracer();
    }

    @Override
    public <P extends Publisher<?>> P assemble(Supplier<P> part) {
        return trail.build(part);
    }

    @Override
    public void assembled(Publisher<?> part, long nanos) {
        trail.partBuilt(part, nanos);
    }

    @Override
    public Scheduler timer() {
        return environment.timer();
    }

    @Override
    public synchronized Scheduler scheduler() {
        if (scheduler == null) {
            scheduler = new TaskScheduler(command -> place.executor().execute(() -> scheduled(command)), timer());
        }
        return scheduler;
    }

    @Override
    public Scheduler scheduler(String stage) {
        return environment.scheduler(stage, this::scheduler);
    }

    private void scheduled(Runnable command) {
        if (state == ENDED) {
            command.run(); // it cleans up, and is no longer the task at this place
        } else {
            runInside(command);
        }
    }

    @Override
    public Context currentContext() {
        return environment.context();
    }

    @Override
    public EventLoop loop() {
        return environment.loop();
    }

    /** The body broke the rules; whatever it may have left is told to end. */
    private void fail(Throwable error) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        onError(error);
    }

    private void exit() {
        place.gate().leave();
        if (stopped) {
            end(CANCELLED);
        }
    }

    private void end(@Nullable Throwable error) {
        int before = STATE.getAndSet(this, ENDED);
        if (before == ENDED) {
            return;
        }
        long endNanos = environment.nanoTime();
        long cpuNanos = ThreadCpuClock.UNKNOWN;
        if (place.gate().isInside()) {
            cpuNanos = before == STARTING ? place.cpuClock().stop(endNanos - startedNanos) : cpuNanos;
            place.gate().leave(); // no interrupt is to reach whoever hears of the end on this thread
        }
        sink.onEnd(new TaskEnd(endNanos, cpuNanos, error, before == PENDING));
    }
}
