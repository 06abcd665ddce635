package io.fluxlab.trail;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxOperator;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Looks on from the end of all operators, and has the schedulers followed meanwhile. Hand-written, because it has to be there
 * during {@code subscribe} and {@code request}, which no composition of operators is.
 */
final class HopFlux<T> extends FluxOperator<T, T> {

    private final Consumer<HopPath> listener;
    private volatile @Nullable HopPath path;

    HopFlux(Flux<T> source, Consumer<HopPath> listener) {
        super(source);
        this.listener = listener;
    }

    @Override
    public void subscribe(CoreSubscriber<? super T> actual) {
        HopTrace trace = new HopTrace();
        ScheduleHook.acquire();
        trace.subscribe(() -> source.subscribe(new Watching<>(actual, trace, this::end)));
    }

    private void end(HopPath last) {
        path = last;
        listener.accept(last);
    }

    /** That of the subscription that ended last; null before. */
    @Nullable
    HopPath path() {
        return path;
    }

    private static final class Watching<T> implements CoreSubscriber<T>, Subscription {

        private final CoreSubscriber<? super T> actual;
        private final HopTrace trace;
        private final Consumer<HopPath> listener;
        private final AtomicBoolean isOver = new AtomicBoolean();
        private Subscription upstream = Operators.emptySubscription();

        Watching(CoreSubscriber<? super T> actual, HopTrace trace, Consumer<HopPath> listener) {
            this.actual = actual;
            this.trace = trace;
            this.listener = listener;
        }

        @Override
        public Context currentContext() {
            return actual.currentContext();
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            upstream = subscription;
            actual.onSubscribe(this);
        }

        @Override
        public void onNext(T item) {
            trace.item();
            actual.onNext(item);
        }

        @Override
        public void onError(Throwable error) {
            end();
            actual.onError(error);
        }

        @Override
        public void onComplete() {
            end();
            actual.onComplete();
        }

        @Override
        public void request(long n) {
            trace.request(() -> upstream.request(n));
        }

        @Override
        public void cancel() {
            if (isOver.compareAndSet(false, true)) {
                ScheduleHook.release();
            }
            upstream.cancel();
        }

        private void end() {
            if (isOver.compareAndSet(false, true)) {
                ScheduleHook.release();
                listener.accept(trace.path());
            }
        }
    }
}
