package io.fluxlab.cluster.coordinator;

import io.fluxlab.error.BrokenRunException;
import io.fluxlab.process.message.ItemReader;
import io.fluxlab.process.message.TravellingContext;
import io.fluxlab.process.message.UnwritableItemException;
import io.fluxlab.trace.TraceLog;
import io.fluxlab.workload.TaskContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Operators;

/**
 * A task's items, from whichever member runs it. They are numbered: where a member is lost, the next begins again, and what
 * has come before is dropped, which is right because tasks are deterministic. A task may be on its way before it is
 * subscribed: then a few of its items wait here. Demand becomes a limit that the member is told of.
 *
 * <p>To be subscribed once. Confined to the run's loop; only cancel may come from elsewhere.
 */
final class RemoteTask extends Flux<Object> implements Subscription {

    /** So many items of a task may wait that nobody has subscribed. */
    private static final long AHEAD = 64;

    /** So many members may be lost by one task. */
    private static final int MOST_LOSSES = 3;

    private final ClusterSession session;
    private final int index;
    private final Deque<Object> waiting = new ArrayDeque<>();
    private @Nullable TaskContext context;
    private @Nullable CoreSubscriber<? super Object> subscriber;
    private @Nullable Group group;
    private long wanted;
    private long delivered;
    private long received;
    private long limit;
    private long grantAt;
    private int losses;
    private boolean ended;
    private long cpuNanos;
    private @Nullable Throwable failure;
    private TraceLog.@Nullable Kept trace;
    private long tracedSinceNanos;
    private boolean done;
    private boolean emitting;

    RemoteTask(ClusterSession session, int index) {
        this.session = session;
        this.index = index;
    }

    int taskIndex() {
        return index;
    }

    /** Its items have the types of this context's program. */
    RemoteTask in(TaskContext newContext) {
        context = newContext;
        return this;
    }

    void goesWith(Group newGroup) {
        group = newGroup;
    }

    @Nullable
    Group group() {
        return group;
    }

    /** Whether nobody wants anything of it any more, or all has come. */
    boolean isOver() {
        return done || ended || failure != null;
    }

    /** How many of its items have come. */
    long received() {
        return received;
    }

    /** How many items it may emit where it starts now. */
    long startingLimit() {
        limit = Math.max(limit, subscriber == null ? AHEAD : Operators.addCap(delivered, wanted));
        grantAt = received + (limit - received) / 2;
        return limit;
    }

    @Override
    public void subscribe(CoreSubscriber<? super Object> actual) {
        subscriber = actual;
        actual.onSubscribe(this);
        try {
            session.travels(
                    TravellingContext.of(actual.currentContext()),
                    context != null && context.tracer().isOn());
        } catch (UnwritableItemException e) {
            fail(e);
            session.withdraw(this);
            return;
        }
        session.wanted(this);
        emit();
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            wanted = Operators.addCap(wanted, n);
            emit();
            grant();
        }
    }

    /** Tells the member of a new limit, once half of what it may emit has come. */
    private void grant() {
        Group with = group;
        long newLimit = Operators.addCap(delivered, wanted);
        if (with != null
                && with.isSent()
                && !isOver()
                && subscriber != null
                && newLimit > limit
                && received >= grantAt) {
            limit = newLimit;
            grantAt = received + (limit - received) / 2;
            session.allow(with, index, limit);
        }
    }

    @Override
    public void cancel() {
        session.execute(() -> {
            if (!done) {
                done = true;
                waiting.clear();
                session.withdraw(this);
            }
        });
    }

    /** Items from this number on have come. */
    void items(long from, ItemReader items) {
        long number = from;
        for (Object item = items.next(); item != null && !done; item = items.next()) {
            if (number > received) {
                fail(new BrokenRunException("process-failed", "item %d of the task is missing".formatted(received)));
                return;
            }
            if (number == received) {
                received++;
                waiting.add(item);
            }
            number++;
        }
        emit();
        grant();
    }

    /** It has ended well after so many items. */
    void ended(long count, long newCpuNanos) {
        if (count != received && !done) {
            fail(new BrokenRunException(
                    "process-failed", "the task had %d items, and %d have come".formatted(count, received)));
            return;
        }
        ended = true;
        cpuNanos = newCpuNanos;
        emit();
    }

    /** It has ended with an error, after all that has come. */
    void fail(Throwable error) {
        if (failure == null) {
            failure = error;
            emit();
        }
    }

    /** Its member is gone; whether it may go to another. */
    boolean lost(String how) {
        losses++;
        if (losses < MOST_LOSSES) {
            return true;
        }
        fail(new BrokenRunException(
                "process-failed", "the task has ended %d workers, the last one like this: %s".formatted(losses, how)));
        return false;
    }

    /** What its threads did at this process, timed since it began. How long that was on its way is not known, and left out. */
    void traced(long sinceNanos, TraceLog.Kept kept, String process) {
        tracedSinceNanos = System.nanoTime() - sinceNanos;
        trace = kept.of(process);
    }

    /** The member says how far it is. */
    void progressed(long doneSoFar) {
        TaskContext running = context;
        if (running != null && !isOver()) {
            try {
                running.checkpoint(doneSoFar);
            } catch (CancellationException e) {
                return; // the member hears of it anyway
            }
        }
    }

    private void emit() {
        CoreSubscriber<? super Object> actual = subscriber;
        if (actual == null || emitting) {
            return;
        }
        emitting = true;
        while (!done && wanted > 0 && !waiting.isEmpty()) {
            delivered++;
            wanted = wanted == Long.MAX_VALUE ? wanted : wanted - 1;
            actual.onNext(waiting.remove());
        }
        emitting = false;
        if (!done && waiting.isEmpty()) {
            end(actual);
        }
    }

    private void end(CoreSubscriber<? super Object> actual) {
        Throwable error = failure;
        if (error == null && !ended) {
            return;
        }
        done = true;
        session.forget(this);
        adoptTrace();
        if (error == null) {
            session.endedWell(index, cpuNanos);
            actual.onComplete();
        } else {
            actual.onError(error);
        }
    }

    private void adoptTrace() {
        TraceLog.Kept kept = trace;
        TaskContext running = context;
        if (kept != null && running != null) {
            running.tracer().adopt(kept, System.nanoTime() - tracedSinceNanos);
        }
    }
}
