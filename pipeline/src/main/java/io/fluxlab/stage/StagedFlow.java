package io.fluxlab.stage;

import io.fluxlab.measure.StageUse;
import io.fluxlab.trace.Tracer;
import io.fluxlab.workload.Returned;
import io.fluxlab.workload.TaskContext;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The stages of one run, put together of {@code flatMapSequential} and {@code subscribeOn}. An element that is already on the
 * thread of its next stage stays there, as it does where two operators follow each other; every other one hops. Thread-safe.
 */
final class StagedFlow {

    private final List<StageMeter> meters;

    StagedFlow(List<Stage> stages) {
        this.meters = stages.stream().map(StageMeter::new).toList();
    }

    /** What the stages took so far. */
    List<StageUse> uses() {
        return meters.stream().map(StageMeter::use).toList();
    }

    /** An element, and where it came from: a scheduler's thread, where it is known to be one. */
    private record Element(
            Object value, Thread thread, @Nullable Scheduler scheduler) {

        static Element here(Object value, @Nullable Scheduler scheduler) {
            return new Element(value, Thread.currentThread(), scheduler);
        }

        boolean isOn(Scheduler wanted) {
            return wanted == Schedulers.immediate() || (wanted == scheduler && Thread.currentThread() == thread);
        }
    }

    /** What comes out of the last stage for what goes into the first. Lazy; subscribed on the task's thread. */
    Publisher<?> apply(Object input, TaskContext context) {
        return Flux.defer(() -> {
                    Flux<Element> flow = pass(meters.get(0), Element.here(input, context.scheduler()), context);
                    for (StageMeter meter : meters.subList(1, meters.size())) {
                        flow = flow.flatMapSequential(
                                element -> pass(meter, element, context),
                                meter.stage().concurrency(),
                                meter.stage().prefetch());
                    }
                    return flow;
                })
                .map(Element::value);
    }

    private Flux<Element> pass(StageMeter meter, Element element, TaskContext context) {
        Scheduler scheduler = context.scheduler(meter.stage().name());
        StageMeter.Visit visit = meter.enter();
        boolean stays = element.isOn(scheduler);
        Scheduler place = scheduler == Schedulers.immediate() ? element.scheduler() : scheduler;
        Mono<Flux<Element>> call = Mono.fromCallable(() -> called(visit, element.value(), context, place));
        Mono<Flux<Element>> placed = stays ? call : call.subscribeOn(scheduler);
        return placed.flatMapMany(results -> results).doOnTerminate(visit::left).doOnCancel(visit::left);
    }

    private static Flux<Element> called(
            StageMeter.Visit visit, Object value, TaskContext context, @Nullable Scheduler place) throws Exception {
        Object result = visit.call(value, context);
        Publisher<?> items = Returned.publisher(result);
        if (items instanceof Mono<?> mono && isThere(result, mono)) {
            return result == null ? Flux.empty() : Flux.just(Element.here(result, place));
        }
        AtomicBoolean isFirst = new AtomicBoolean(true);
        Runnable signalled = () -> {
            if (isFirst.getAndSet(false)) {
                visit.signalled(System.nanoTime());
            }
        };
        return traced(Flux.from(items), visit.stage(), context.tracer())
                .doOnNext(item -> signalled.run())
                .doOnTerminate(signalled)
                .map(item -> Element.here(item, null));
    }

    /** A thread that traces sees may be busy within the subscription, as with a callable. */
    private static Flux<Object> traced(Flux<Object> items, Stage stage, Tracer tracer) {
        return !tracer.isOn()
                ? items
                : Flux.from(actual -> {
                    tracer.running(stage.name());
                    try {
                        items.subscribe(actual);
                    } finally {
                        tracer.ended();
                    }
                });
    }

    /** Whether the result is the item itself, or nothing. */
    private static boolean isThere(@Nullable Object result, Mono<?> items) {
        return result == null || (result != items && items instanceof reactor.core.Fuseable.ScalarCallable<?>);
    }
}
