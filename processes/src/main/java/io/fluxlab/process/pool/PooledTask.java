package io.fluxlab.process.pool;

import io.fluxlab.process.message.ChildRoute;
import io.fluxlab.process.message.Errors;
import io.fluxlab.process.message.ItemReader;
import io.fluxlab.process.message.StartTask;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.process.message.UnwritableItemException;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.workload.TaskContext;
import io.rsocket.Payload;
import io.rsocket.RSocket;
import io.rsocket.RSocketErrorException;
import io.rsocket.frame.ErrorFrameCodec;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * A task's items, from whichever child runs it: where that one is lost, the next begins again and leaves out what has
 * already been delivered, which is right because tasks are deterministic. Demand goes to the child as it comes, in items;
 * one more is for the frame that ends the task.
 *
 * <p>To be subscribed once. Confined to the pool's loop; only cancel may come from elsewhere.
 */
final class PooledTask extends Flux<Object> implements Subscription {

    /** So many children may be lost by one task. */
    private static final int MOST_LOSSES = 3;

    private static final Set<Integer> OF_CONNECTION =
            Set.of(ErrorFrameCodec.CONNECTION_ERROR, ErrorFrameCodec.CONNECTION_CLOSE);

    private final Pool pool;
    private final int index;
    private final TaskContext context;
    private final LongConsumer onEnd;
    private final ClassLoader classes;
    private PoolMember member;
    private @Nullable CoreSubscriber<? super Object> subscriber;
    private @Nullable TravellingContext travelling;
    private @Nullable Attempt attempt;
    private long wanted;
    private long delivered;
    private int losses;
    private boolean done;

    /**
     * @param member who runs it first
     * @param index which task of the plan that the pool has open
     * @param onEnd hears of its CPU time when it ends well, before its subscriber does
     */
    PooledTask(Pool pool, PoolMember member, int index, TaskContext context, LongConsumer onEnd) {
        this.pool = pool;
        this.member = member;
        this.index = index;
        this.context = context;
        this.onEnd = onEnd;
        this.classes = context.getClass().getClassLoader();
    }

    int taskIndex() {
        return index;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Object> actual) {
        subscriber = actual;
        actual.onSubscribe(this);
        try {
            travelling = TravellingContext.of(actual.currentContext());
        } catch (UnwritableItemException e) {
            giveBack();
            fail(e);
            return;
        }
        runOn(member);
    }

    /** Its child is ready. */
    void start(RSocket connection) {
        if (!done) {
            Attempt next = new Attempt();
            attempt = next;
            StartTask task =
                    new StartTask(index, delivered, travelling, context.tracer().isOn());
            connection.requestStream(ChildRoute.TASK.request(task)).subscribe(next);
        }
    }

    /**
     * Its child is gone.
     *
     * @param wasReady whether it had begun; else its end is not the task's doing
     */
    void lost(String how, boolean wasReady) {
        attempt = null;
        if (done) {
            return;
        }
        losses += wasReady ? 1 : 0;
        if (losses >= MOST_LOSSES) {
            String message = "the task has ended %d processes, the last one like this: %s".formatted(losses, how);
            fail(Errors.processFailed(message));
        } else {
            runOn(pool.take());
        }
    }

    /** The member has not heard of the task, and may not have arrived yet. */
    private void giveBack() {
        if (member.isReady()) {
            pool.free(member);
        } else {
            member.release();
        }
    }

    private void runOn(PoolMember next) {
        member = next;
        next.assign(this);
        RSocket connection = next.connection();
        if (connection != null) {
            start(connection);
        }
    }

    /** Ends the task with an error. */
    void fail(Throwable error) {
        CoreSubscriber<? super Object> actual = subscriber;
        if (!done && actual != null) {
            done = true;
            actual.onError(error);
        }
    }

    /** The child says how far it is. */
    void progressed(long doneSoFar) {
        try {
            context.checkpoint(doneSoFar);
        } catch (CancellationException e) {
            return; // the child hears of it anyway
        }
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            wanted = Operators.addCap(wanted, n);
            Attempt running = attempt;
            if (running != null) {
                running.request(n);
            }
        }
    }

    @Override
    public void cancel() {
        pool.execute(() -> {
            if (!done) {
                done = true;
                Attempt running = attempt;
                if (running != null) {
                    running.cancel();
                }
                pool.abandon(member);
            }
        });
    }

    private void completed(long cpuNanos) {
        CoreSubscriber<? super Object> actual = subscriber;
        if (!done && actual != null) {
            done = true;
            pool.free(member);
            onEnd.accept(cpuNanos);
            actual.onComplete();
        }
    }

    /** One attempt, on one child. */
    private final class Attempt implements CoreSubscriber<Payload> {

        private final long askedAt = System.nanoTime();
        private @Nullable Subscription stream;

        @Override
        public void onSubscribe(Subscription subscription) {
            stream = subscription;
            subscription.request(Operators.addCap(wanted, 1));
        }

        void request(long n) {
            if (stream != null) {
                stream.request(n);
            }
        }

        void cancel() {
            if (stream != null) {
                stream.cancel();
            }
        }

        private boolean isOver() {
            return done || attempt != this;
        }

        @Override
        public void onNext(Payload frame) {
            try {
                read(new ItemReader(frame.sliceData(), classes));
            } catch (RuntimeException e) {
                cancel();
                pool.abandon(member);
                fail(e);
            } finally {
                frame.release();
            }
        }

        private void read(ItemReader items) {
            CoreSubscriber<? super Object> actual = subscriber;
            Object item = items.next();
            while (item != null && actual != null && !isOver()) {
                delivered++;
                wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
                actual.onNext(item);
                item = items.next();
            }
            adopt(items.trace());
            if (items.hasEnded() && !isOver()) {
                completed(items.cpuNanos());
            }
        }

        /** The child's times count from when it was asked; how long that was on its way is not known, and is left out. */
        private void adopt(TraceLog.@Nullable Kept trace) {
            if (trace != null && !isOver()) {
                TraceLog.Kept here = trace.of("pid " + member.process().pid());
                context.tracer().adopt(here, System.nanoTime() - askedAt);
            }
        }

        @Override
        public void onError(Throwable error) {
            if (isOver()) {
                return;
            }
            boolean isOfTask =
                    error instanceof RSocketErrorException travelled && !OF_CONNECTION.contains(travelled.errorCode());
            if (isOfTask) {
                pool.free(member);
                fail(Errors.arrived(error));
            } else {
                member.process().kill(); // its end is reported to the pool
            }
        }

        /** The last frame has said it. */
        @Override
        public void onComplete() {}
    }
}
