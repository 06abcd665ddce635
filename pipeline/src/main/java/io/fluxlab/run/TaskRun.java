package io.fluxlab.run;

import io.fluxlab.claim.Lease;
import io.fluxlab.measure.ThreadCpuClock;
import io.fluxlab.run.RunEvent.Failure;
import io.fluxlab.workload.TaskContext;
import io.netty.channel.EventLoop;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.core.scheduler.Scheduler;

/**
 * One task on its way: subscribes to the body on its slot's strand, holds the items that wait for the outlet, and ends
 * exactly once. The body's signals come one at a time; {@link #stop} and {@link #giveUp} come from any thread.
 *
 * <p>Whoever stops the task leaves the ending to the thread that is inside the body, if there is one, and wakes it:
 * {@code stopped} is written before the gate is looked at here, and read after the gate was left there, so that one of
 * the two sees the other.
 */
final class TaskRun implements CoreSubscriber<Object>, TaskContext {

    private static final AtomicIntegerFieldUpdater<TaskRun> STATE =
            AtomicIntegerFieldUpdater.newUpdater(TaskRun.class, "state");
    private static final VarHandle DONE;

    /** The body is being subscribed, and may yet turn out to be synchronous. */
    private static final int STARTING = 0;

    /** The body did not end within its subscription. */
    private static final int PENDING = 1;

    /** The end was reported. */
    private static final int ENDED = 2;

    static {
        try {
            DONE = MethodHandles.lookup().findVarHandle(TaskRun.class, "done", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final RunScope run;
    private final Slot slot;
    private final int task;
    private final long startedNanos;
    private volatile int state;
    private volatile boolean stopped;
    private volatile @Nullable Subscription upstream;
    private volatile @Nullable ItemBuffer items;
    private boolean watched;
    private boolean closed;

    @SuppressWarnings("UnusedVariable") // it is read, by DONE
    private long done;

    private long owed;

    /** A task that starts next, on this thread, which counts as inside the body from now on. */
    TaskRun(RunScope run, Slot slot, int task) {
        this.run = run;
        this.slot = slot;
        this.task = task;
        this.startedNanos = run.clock().nanos();
        slot.gate().enter();
    }

    /** Runs the body on this thread; true where the task has ended by then. */
    boolean start() {
        slot.cpuClock().start(System.nanoTime());
        run.outlet().offer(new TaskEvents.Started(this, run.session().assign(task)));
        try {
            if (!stopped) {
                runBody();
            }
        } catch (Throwable e) { // whatever a body throws is the task's failure, and must not end the lane's thread
            fail(e);
        } finally {
            exit();
        }
        return !STATE.compareAndSet(this, STARTING, PENDING);
    }

    /** Ends the task as cancelled, as soon as its body lets go. */
    void stop() {
        stopped = true;
        Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        Lease lease = run.lease();
        lease.enter(); // for the thread inside the body, as long as it takes to let go
        if (!slot.gate().wake(lease::leave)) {
            lease.leave();
            end(Failures.CANCELLED);
        }
    }

    /** Ends the task as cancelled, although its body may not have let go. */
    void giveUp() {
        end(Failures.CANCELLED);
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (Operators.validate(upstream, subscription)) {
            upstream = subscription;
            if (stopped) {
                subscription.cancel();
            } else {
                subscription.request(ItemBuffer.PREFETCH);
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
    public void onError(Throwable error) {
        end(stopped ? Failures.CANCELLED : Failures.of(error));
    }

    @Override
    public void onComplete() {
        end(null);
    }

    @Override
    public void checkpoint(long doneSoFar) {
        DONE.setOpaque(this, doneSoFar);
        if (stopped) {
            throw Failures.cancellation();
        }
        if (!watched) {
            watch();
        }
        run.session().checkpoint();
    }

    @Override
    public <T> T blocking(Callable<T> call) throws Exception {
        return run.session().blocking(call);
    }

    @Override
    public Scheduler timer() {
        return run.home().scheduler();
    }

    @Override
    public EventLoop loop() {
        return run.home().loop();
    }

    int task() {
        return task;
    }

    long startedNanos() {
        return startedNanos;
    }

    long done() {
        return (long) DONE.getOpaque(this);
    }

    boolean hasEnded() {
        return state == ENDED;
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
        Subscription subscription = upstream;
        if (owed < ItemBuffer.BATCH || run.dispatcher().isPaused() || subscription == null || state == ENDED) {
            return;
        }
        long more = owed;
        owed = 0;
        if (slot.gate().isInside()) {
            subscription.request(more);
        } else {
            slot.execute(() -> askFor(more, subscription));
        }
    }

    private void askFor(long more, Subscription subscription) {
        if (state == ENDED) {
            return; // by now, the slot may have another task
        }
        slot.gate().enter();
        try {
            if (!stopped) {
                subscription.request(more);
            }
        } catch (Throwable e) { // as in start()
            fail(e);
        } finally {
            exit();
        }
    }

    private void runBody() throws Exception {
        Publisher<?> body = run.session().body(run.plan(), task, this);
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

    private void watch() {
        watched = true;
        run.observer().watch(this);
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
        slot.gate().leave();
        if (stopped) {
            end(Failures.CANCELLED);
        }
    }

    private void end(@Nullable Failure failure) {
        int before = STATE.getAndSet(this, ENDED);
        if (before == ENDED) {
            return;
        }
        long endNanos = run.clock().nanos();
        long wallNanos = endNanos - startedNanos;
        long cpuNanos = ThreadCpuClock.UNKNOWN;
        if (slot.gate().isInside()) {
            cpuNanos = before == STARTING ? slot.cpuClock().stop(wallNanos) : cpuNanos;
            slot.gate().leave(); // no interrupt is to reach whoever hears of the end on this thread
        }
        if (cpuNanos == ThreadCpuClock.UNKNOWN) {
            cpuNanos = run.session().remoteCpuNanos(task);
        }
        run.dispatcher().forget(this);
        run.outlet().offer(new TaskEvents.Ended(this, endNanos, failure, cpuNanos));
        if (before == PENDING) {
            slot.resume();
        }
    }
}
