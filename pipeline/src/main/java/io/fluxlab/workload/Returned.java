package io.fluxlab.workload;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * What a call has returned, as the items that come of it: work that has yet to be done is done, instead of being taken for
 * a result. Stateless; thread-safe.
 */
public final class Returned {

    private Returned() {}

    /**
     * The items of what was returned:
     *
     * <ul>
     *   <li>a {@link Publisher} or {@link Flow.Publisher}: what it emits
     *   <li>a {@link CompletionStage} or {@link Future}: its result, and no thread of a lane is held meanwhile. A future that
     *       tells nobody when it is done has a virtual thread wait for it. Cancel cancels it
     *   <li>a {@link Stream}: its elements
     *   <li>a {@link Callable} or {@link Supplier}: what comes of it when it is called, at each subscription
     *   <li>an {@link Optional}: its value, or none
     *   <li>null: none
     *   <li>anything else: itself
     * </ul>
     *
     * Lazy, as far as the value is.
     */
    public static Publisher<?> publisher(@Nullable Object value) {
        return switch (value) {
            case null -> Mono.empty();
            case Publisher<?> publisher -> publisher;
            case Flow.Publisher<?> publisher -> JdkFlowAdapter.flowPublisherToFlux(publisher);
            case CompletionStage<?> stage -> Mono.fromFuture(stage.toCompletableFuture());
            case Future<?> future -> Mono.create(sink -> await(future, sink));
            case Stream<?> stream -> Flux.fromStream(stream);
            case Optional<?> optional -> Mono.justOrEmpty(optional);
            case Callable<?> callable -> of(callable);
            case Supplier<?> supplier -> of(supplier::get);
            default -> Mono.just(value);
        };
    }

    /** The items of what the call returns, which is made at each subscription; what it throws is the error. Lazy. */
    public static Flux<?> of(Callable<?> call) {
        return Flux.defer(() -> {
            try {
                return publisher(call.call());
            } catch (Exception e) {
                return Mono.error(e);
            }
        });
    }

    private static void await(Future<?> future, MonoSink<Object> sink) {
        if (future.isDone()) {
            end(future, sink);
        } else if (future instanceof io.netty.util.concurrent.Future<?> told) {
            sink.onCancel(() -> future.cancel(true));
            told.addListener(done -> end(done, sink));
        } else {
            Thread waiting = Thread.ofVirtual().name("future").unstarted(() -> end(future, sink));
            sink.onCancel(() -> {
                future.cancel(true);
                waiting.interrupt();
            });
            waiting.start();
        }
    }

    /** The result of a future that is done, or for which this thread may wait. */
    private static void end(Future<?> future, MonoSink<Object> sink) {
        try {
            sink.success(future.get());
        } catch (ExecutionException e) {
            sink.error(e.getCause() == null ? e : e.getCause());
        } catch (Exception e) { // interrupted, or cancelled by someone else
            sink.error(e);
        }
    }
}
