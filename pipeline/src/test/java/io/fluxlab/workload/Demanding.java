package io.fluxlab.workload;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.SignalType;

/** A subscriber that asks for one item at a time, and counts. */
final class Demanding extends BaseSubscriber<Object> {

    private volatile int received;
    private volatile boolean ended;
    private volatile Throwable error;

    static Demanding of(Publisher<?> body) {
        Demanding subscriber = new Demanding();
        body.subscribe(subscriber);
        return subscriber;
    }

    /** Asks for one more and waits until it, or the end, has come. */
    void requestOne() {
        int before = received;
        request(1);
        await().pollInSameThread().pollDelay(Duration.ZERO).until(() -> ended || received > before);
    }

    int received() {
        return received;
    }

    boolean hasEnded() {
        return ended;
    }

    Throwable error() {
        return error;
    }

    @Override
    protected void hookOnSubscribe(Subscription subscription) {}

    @Override
    @SuppressWarnings("NonAtomicVolatileUpdate") // signals come one at a time
    protected void hookOnNext(Object item) {
        received++;
    }

    @Override
    protected void hookOnError(Throwable thrown) {
        error = thrown;
    }

    @Override
    protected void hookFinally(SignalType type) {
        ended = true;
    }
}
