package io.fluxlab.server.transport;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * The subscriber behind {@link GatedFlux}: one thread at a time compares what was asked for, passed on and delivered,
 * and passes more on when little of it is under way and the gate is open.
 */
final class GatedSubscriber<T> extends DemandGate.Waiter implements CoreSubscriber<T>, Subscription {

    private static final int FORGET = 4;

    private final CoreSubscriber<? super T> actual;
    private final DemandGate gate;
    private final ToIntFunction<? super T> bytes;
    private final AtomicReference<@Nullable Subscription> upstream = new AtomicReference<>();
    private final AtomicInteger work = new AtomicInteger();

    /** What the subscriber asked for and was not passed on yet. */
    private final AtomicLong requested = new AtomicLong();
    /** What was passed on altogether; touched only by the thread that holds {@code work}, as the next one is. */
    private long released;
    /** How much may be under way at once. */
    private int batch;
    /** What arrived altogether; written only by the source. */
    private final AtomicLong delivered = new AtomicLong();
    /** When so much has arrived it is time to pass on more. */
    private volatile long refillAt;
    /** How large items are: the largest of late, forgotten slowly. */
    private volatile int itemBytes;

    GatedSubscriber(CoreSubscriber<? super T> actual, DemandGate gate, ToIntFunction<? super T> bytes) {
        this.actual = actual;
        this.gate = gate;
        this.bytes = bytes;
    }

    @Override
    public Context currentContext() {
        return actual.currentContext();
    }

    @Override
    public void onSubscribe(Subscription subscription) {
        if (upstream.compareAndSet(null, subscription)) {
            proceed();
        } else {
            subscription.cancel();
        }
    }

    @Override
    public void request(long n) {
        if (Operators.validate(n)) {
            requested.accumulateAndGet(n, Operators::addCap);
            proceed();
        }
    }

    @Override
    public void cancel() {
        Subscription subscription = finish();
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private @Nullable Subscription finish() {
        Subscription subscription = upstream.getAndSet(Operators.cancelledSubscription());
        gate.leave(this);
        return subscription;
    }

    @Override
    void proceed() {
        if (work.getAndIncrement() != 0) {
            return;
        }
        int missed = 1;
        do {
            release();
            missed = work.addAndGet(-missed);
        } while (missed != 0);
    }

    private void release() {
        Subscription subscription = upstream.get();
        long demand = requested.get();
        long underWay = released - delivered.get();
        if (subscription == null || demand == 0 || underWay > batch / 4) {
            return;
        }
        if (!gate.passes(this)) {
            if (upstream.get() == Operators.cancelledSubscription()) {
                gate.leave(this);
            }
            return;
        }
        batch = gate.batch(itemBytes, batch);
        long grant = Math.min(demand, Math.max(1, batch - underWay));
        if (demand != Long.MAX_VALUE) {
            requested.addAndGet(-grant);
        }
        released += grant;
        refillAt = released - batch / 4;
        subscription.request(grant);
    }

    @Override
    public void onNext(T item) {
        long count = delivered.get() + 1;
        delivered.lazySet(count);
        int before = itemBytes;
        itemBytes = Math.max(bytes.applyAsInt(item), before - (before >> FORGET));
        actual.onNext(item);
        if (count >= refillAt) {
            proceed();
        }
    }

    @Override
    public void onError(Throwable error) {
        finish();
        actual.onError(error);
    }

    @Override
    public void onComplete() {
        finish();
        actual.onComplete();
    }
}
