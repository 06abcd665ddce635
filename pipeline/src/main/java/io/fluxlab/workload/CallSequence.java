package io.fluxlab.workload;

import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;

/**
 * One call of a body after the other. What a task waits for is asked by scanning its operators, and those that put calls in
 * order are the lab's own: they are hidden, so that the body's come first. Cold and lazy as its source is; cancel and
 * demand go through.
 */
final class CallSequence<T> extends Flux<T> {

    private final Flux<T> calls;

    CallSequence(Flux<T> calls) {
        this.calls = calls;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> subscriber) {
        calls.subscribe(new Relay<>(subscriber));
    }

    /** Passes everything on, and is not to be scanned. */
    private static final class Relay<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> subscriber;
        private @Nullable Subscription calls;

        Relay(CoreSubscriber<? super T> subscriber) {
            this.subscriber = subscriber;
        }

        @Override
        public Context currentContext() {
            return subscriber.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            calls = subscription;
            subscriber.onSubscribe(this);
        }

        @Override
        public void onNext(T item) {
            subscriber.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            subscriber.onError(error);
        }

        @Override
        public void onComplete() {
            subscriber.onComplete();
        }

        @Override
        public void request(long more) {
            if (calls != null) {
                calls.request(more);
            }
        }

        @Override
        public void cancel() {
            if (calls != null) {
                calls.cancel();
            }
        }
    }
}
