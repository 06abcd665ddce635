package io.fluxlab.process.work;

import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.process.child.ChildScope;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.ItemWriter;
import io.fluxlab.process.message.StartTask;
import io.fluxlab.run.Failures;
import io.fluxlab.workload.Plan;
import io.fluxlab.workload.TaskContext;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.EventLoop;
import io.rsocket.Payload;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * One task that runs here: its body is subscribed and asked for more on the worker's thread, its items leave in frames.
 * Of the parent's demand one is for the frame that ends the task, the rest are items, so that frames are never more than
 * was asked for. Hand-written, because demand and frames are counted in different units.
 *
 * <p>To be subscribed once. The parent's signals come one at a time, the body's on any thread; frames are
 * written under this object's lock.
 */
final class RunningTask extends Flux<Payload> implements CoreSubscriber<Object>, TaskContext, Subscription {

    private static final VarHandle DONE;
    private static final long FLUSH_MILLIS = 10;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(RunningTask.class, "done", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Plan plan;
    private final int index;
    private final Worker worker;
    private final ChildScope process;
    private final ItemWriter writer = new ItemWriter(ByteBufAllocator.DEFAULT);
    private final AtomicLong wanted = new AtomicLong();
    private @Nullable CoreSubscriber<? super Payload> parent;
    private volatile @Nullable Subscription upstream;
    private volatile boolean stopped;
    private volatile boolean ended;
    private volatile long startedNanos;
    private boolean isStarting = true;
    private long skip;

    @SuppressWarnings("UnusedVariable") // it is read, by DONE
    private long done;

    RunningTask(Plan plan, StartTask request, Worker worker, ChildScope process) {
        this.plan = plan;
        this.index = request.task();
        this.skip = request.skip();
        this.worker = worker;
        this.process = process;
        wanted.set(skip - 1);
    }

    int taskIndex() {
        return index;
    }

    long done() {
        return (long) DONE.getOpaque(this);
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
            wanted.addAndGet(n);
            if (upstream != null) {
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
        stopped = true;
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        worker.gate().wake();
    }

    private void start() {
        if (stopped) {
            return;
        }
        worker.gate().enter();
        startedNanos = System.nanoTime();
        worker.cpuClock().start(startedNanos);
        try {
            if (!stopped) {
                runBody();
            }
        } catch (Throwable e) { // whatever a body throws is the task's failure, and must not end the worker
            fail(e);
        } finally {
            isStarting = false;
            worker.gate().leave();
        }
    }

    private void runBody() throws Exception {
        Publisher<?> body = plan.body(index, this);
        if (body instanceof Callable<?> callable) {
            Object item = callable.call();
            if (item != null) {
                onNext(item);
            }
            onComplete();
        } else {
            body.subscribe(this);
        }
    }

    private void askForMore() {
        Subscription subscription = upstream;
        if (ended || subscription == null) {
            return; // by now, the worker may have another task
        }
        worker.gate().enter();
        try {
            long more = wanted.getAndSet(0);
            if (!stopped && more > 0) {
                subscription.request(more);
            }
        } catch (Throwable e) { // as in start()
            fail(e);
        } finally {
            worker.gate().leave();
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
            long more = wanted.getAndSet(0);
            if (more > 0) {
                subscription.request(more);
            }
        }
    }

    @Override
    public void onNext(@Nullable Object item) {
        if (ended) {
            return;
        }
        if (item == null) {
            fail(new NullPointerException("an item must not be null"));
            return;
        }
        if (skip > 0) {
            skip--;
            return;
        }
        try {
            write(item);
        } catch (RuntimeException e) { // of the item's type, which can't travel
            fail(e);
        }
    }

    private synchronized void write(Object item) {
        if (!ended && writer.add(item)) {
            flush();
        }
    }

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

    /** The body broke the rules; whatever it may have left is told to end. */
    private void fail(Throwable error) {
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        onError(error);
    }

    @Override
    public void onError(Throwable error) {
        leave();
        synchronized (this) {
            CoreSubscriber<? super Payload> subscriber = parent;
            if (!ended && subscriber != null) {
                flush();
                ended = true;
                subscriber.onError(Errors.of(Failures.of(error)));
            }
        }
    }

    @Override
    public void onComplete() {
        long cpuNanos = leave();
        synchronized (this) {
            CoreSubscriber<? super Payload> subscriber = parent;
            if (!ended && subscriber != null) {
                writer.end(cpuNanos);
                flush();
                ended = true;
                subscriber.onComplete();
            }
        }
    }

    /** No interrupt is to reach the worker from here on. The CPU time where the body has ended within its start. */
    private long leave() {
        if (!worker.gate().isInside()) {
            return ThreadCpuClock.UNKNOWN;
        }
        long wallNanos = System.nanoTime() - startedNanos;
        long cpuNanos = isStarting && !ended ? worker.cpuClock().stop(wallNanos) : ThreadCpuClock.UNKNOWN;
        worker.gate().leave();
        return cpuNanos;
    }

    @Override
    public void checkpoint(long doneSoFar) {
        DONE.setOpaque(this, doneSoFar);
        if (stopped) {
            throw Failures.cancellation();
        }
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
    public EventLoop loop() {
        return process.home().loop();
    }
}
