package io.fluxlab.run;

import java.util.Queue;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import java.util.concurrent.atomic.AtomicLongFieldUpdater;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.Exceptions;
import reactor.core.publisher.Operators;
import reactor.util.concurrent.Queues;

/**
 * The one way out of a run: takes what any thread reports, and gives it to the subscriber as numbered events, one at a
 * time, never more than were asked for. Lossless events wait in a queue; of conflated ones only the newest waits, and
 * goes out when nothing lossless does, or after a while of nothing else.
 *
 * <p>Hand-written, because no composition of Reactor's operators numbers, batches and conflates behind one demand. The
 * emitting is the queue-drain of reactive streams operators: whoever raises {@code wip} from zero emits for all.
 */
final class Outlet implements Subscription {

    private static final AtomicIntegerFieldUpdater<Outlet> WIP =
            AtomicIntegerFieldUpdater.newUpdater(Outlet.class, "wip");
    private static final AtomicLongFieldUpdater<Outlet> REQUESTED =
            AtomicLongFieldUpdater.newUpdater(Outlet.class, "requested");

    /** After so many lossless events in a row a conflated one has its turn. */
    private static final int CONFLATED_TURN = 64;

    private final CoreSubscriber<? super RunEvent> subscriber;
    private final Queue<Pending> lossless =
            Queues.<Pending>unboundedMultiproducer().get();
    private final Conflated conflated = new Conflated();
    private final Runnable onCancel;

    @SuppressWarnings("UnusedVariable") // it is read, by WIP
    private volatile int wip;

    private volatile long requested;
    private volatile boolean cancelled;
    private long seq;
    private int inARow;

    Outlet(CoreSubscriber<? super RunEvent> subscriber, Runnable onCancel) {
        this.subscriber = subscriber;
        this.onCancel = onCancel;
    }

    /** Where conflated events wait. After a change, call {@link #drain}. */
    Conflated conflated() {
        return conflated;
    }

    /** Queues something lossless and emits what can be emitted. */
    void offer(Pending pending) {
        lossless.offer(pending);
        drain();
    }

    /** Queues the last event of all. */
    void finish(Conflated.Draft last) {
        offer(Pending.last(conflated, last));
    }

    /** Ends the stream with an error, once it is its turn. */
    void fail(Throwable error) {
        offer(Pending.silent(() -> {
            throw Exceptions.propagate(error);
        }));
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            Operators.addCap(REQUESTED, this, n);
            drain();
        }
    }

    @Override
    public void cancel() {
        if (!cancelled) {
            cancelled = true;
            onCancel.run();
            drain();
        }
    }

    void drain() {
        if (WIP.getAndIncrement(this) != 0) {
            return;
        }
        int missed = 1;
        do {
            if (cancelled) {
                lossless.clear();
            } else {
                emitOrFail();
            }
            missed = WIP.addAndGet(this, -missed);
        } while (missed != 0);
    }

    /** Where an event can't be made, the run is broken: say so, rather than fall silent with the drain held. */
    private void emitOrFail() {
        try {
            emit();
        } catch (Throwable e) {
            if (cancelled) {
                Operators.onErrorDropped(e, subscriber.currentContext());
            } else {
                cancelled = true;
                onCancel.run();
                subscriber.onError(Exceptions.unwrap(e));
            }
        }
    }

    private void emit() {
        long demand = requested;
        long emitted = 0;
        while (emitted != demand && !cancelled) {
            Pending head = inARow < CONFLATED_TURN ? lossless.peek() : null;
            RunEvent event = head == null ? conflated.poll(seq) : head.next(seq);
            if (event != null) {
                seq = event.seq() + 1;
                emitted++;
                subscriber.onNext(event);
            }
            inARow = head == null ? 0 : inARow + 1;
            if (head != null && head.isExhausted()) {
                lossless.poll();
                if (head.isLast()) {
                    cancelled = true;
                    subscriber.onComplete();
                    return;
                }
            } else if (event == null && lossless.isEmpty()) {
                break;
            }
        }
        if (emitted != 0 && demand != Long.MAX_VALUE) {
            REQUESTED.addAndGet(this, -emitted);
        }
    }
}
