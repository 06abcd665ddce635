package io.fluxlab.process.work;

import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.ItemWriter;
import io.fluxlab.process.message.StartTask;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.run.Failures;
import io.fluxlab.task.TaskEnvironment;
import io.fluxlab.task.TaskExecution;
import io.fluxlab.task.TaskSink;
import io.fluxlab.trace.RunTrace;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.Plan;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.rsocket.Payload;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;

/**
 * One task that runs here: its body is subscribed and asked for more on the worker's thread, its items leave in frames.
 * Of the parent's demand one is for the frame that ends the task, the rest are items, so that frames are never more than
 * was asked for. Hand-written, because demand and frames are counted in different units.
 *
 * <p>To be subscribed once. The parent's signals come one at a time, the body's on any thread; frames are
 * written under this object's lock.
 */
final class ChildTask extends Flux<Payload> implements TaskSink, TaskEnvironment, Subscription {

    private static final long FLUSH_MILLIS = 10;

    private final Plan plan;
    private final int index;
    private final @Nullable TravellingContext travelled;
    private final @Nullable RunTrace traces;
    private final WorkerThread worker;
    private final ChildScope process;
    private final ItemWriter writer = new ItemWriter(ByteBufAllocator.DEFAULT);

    /** How many items the parent wants that the body was not asked for; -1 as long as the frame of the end is not paid for. */
    private final AtomicLong wanted = new AtomicLong();

    private @Nullable CoreSubscriber<? super Payload> parent;
    private Context context = Context.empty();
    private volatile @Nullable TraceLog trace;
    private volatile @Nullable TaskExecution execution;
    private volatile boolean ended;
    private long skip;

    ChildTask(Plan plan, StartTask request, WorkerThread worker, ChildScope process) {
        this.plan = plan;
        this.index = request.task();
        this.travelled = request.context();
        this.skip = request.skip();
        this.traces = request.traced() ? tracesFromNow() : null;
        this.worker = worker;
        this.process = process;
        wanted.set(skip - 1);
    }

    private static RunTrace tracesFromNow() {
        long now = System.nanoTime();
        return new RunTrace(() -> System.nanoTime() - now);
    }

    int taskIndex() {
        return index;
    }

    long done() {
        TaskExecution running = execution;
        return running == null ? 0 : running.done();
    }

    boolean hasEnded() {
        return ended;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Payload> subscriber) {
        parent = subscriber;
        subscriber.onSubscribe(this);
        worker.execute(this::start);
        flushLater();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            wanted.accumulateAndGet(n, Operators::addCap);
            if (execution != null) {
                worker.execute(this::askForMore);
            }
        }
    }

    @Override
    public void cancel() {
        synchronized (this) {
            ended = true;
            writer.discard();
        }
        TaskExecution running = execution;
        if (running != null) {
            running.stop(() -> {});
        }
    }

    private void start() {
        if (ended) {
            return;
        }
        restoreContext();
        if (traces != null) {
            trace = traces.begin();
        }
        TaskExecution starting = new TaskExecution(worker.place(), this, this);
        execution = starting;
        if (ended) {
            starting.stop(() -> {});
        }
        starting.start(context -> plan.body(index, context));
    }

    /** Before the body can ask for it, on the same thread. */
    private void restoreContext() {
        TravellingContext from = travelled;
        if (from != null) {
            if (from.restoresThreadLocals() && !Hooks.isAutomaticContextPropagationEnabled()) {
                Hooks.enableAutomaticContextPropagation();
            }
            context = from.read(plan.getClass().getClassLoader());
        }
    }

    /** On the worker's thread; where the body has not been subscribed by then, it will find what is wanted. */
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

    /** What the body may emit by now. Where the frame of the end is not paid for yet, that debt stays. */
    private long takeWanted() {
        return Math.max(0, wanted.getAndUpdate(items -> Math.min(items, 0)));
    }

    @Override
    public void onItem(Object item) {
        if (skip > 0) {
            skip--;
            return;
        }
        synchronized (this) {
            if (!ended && writer.add(item)) {
                flush();
            }
        }
    }

    @Override
    public void onCheckpoint() {}

    private synchronized void flush() {
        CoreSubscriber<? super Payload> subscriber = parent;
        if (subscriber != null && !writer.isEmpty()) {
            subscriber.onNext(writer.take());
        }
    }

    /** Items wait no longer than this for a full frame. */
    private void flushLater() {
        process.clock().schedule(this::tick, FLUSH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        if (!ended) {
            flush();
            flushLater();
        }
    }

    @Override
    public synchronized void onEnd(TaskEnd end) {
        CoreSubscriber<? super Payload> subscriber = parent;
        if (ended || subscriber == null) {
            return; // the parent has cancelled it
        }
        Throwable error = end.error();
        tellTrace();
        if (error == null) {
            writer.end(end.cpuNanos());
        }
        flush();
        ended = true;
        if (error == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(Errors.of(Failures.of(error)));
        }
    }

    /** With the last frame; that is paid for also where the task fails, and no frame of the end follows. */
    private void tellTrace() {
        TraceLog told = trace;
        if (told != null) {
            told.end();
            TraceLog.Kept kept = told.take();
            if (kept != null) {
                writer.trace(kept);
            }
        }
    }

    @Override
    public Tracer tracer() {
        TraceLog told = trace;
        return told == null ? Tracer.NONE : told;
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return call.call();
    }

    @Override
    public Scheduler timer() {
        return process.home().scheduler();
    }

    @Override
    public Context context() {
        return context;
    }

    @Override
    public EventLoop loop() {
        return process.home().loop();
    }
}
