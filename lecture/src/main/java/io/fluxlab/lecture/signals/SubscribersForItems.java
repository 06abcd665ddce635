package io.fluxlab.lecture.signals;

import io.fluxlab.lecture.demonstration.Receipts;
import io.fluxlab.lecture.signals.ConditionMoment.Delivered;
import io.fluxlab.lecture.signals.ConditionMoment.TimedWait;
import io.fluxlab.lecture.signals.ConditionWorkload.Parameters;
import io.fluxlab.workload.TaskContext;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Consumers at a sink: an item comes to whoever has asked for one, so that there is no flag to look at and no wake-up
 * for nothing. The producer emits on the home loop; consumers have a scheduler of their own.
 */
final class SubscribersForItems {

    private final Parameters parameters;
    private final TaskContext context;

    private SubscribersForItems(Parameters parameters, TaskContext context) {
        this.parameters = parameters;
        this.context = context;
    }

    /** Cold; one moment after the other. Cancel disposes of the consumers' scheduler. */
    static Flux<Object> story(Parameters parameters, TaskContext context) {
        SubscribersForItems story = new SubscribersForItems(parameters, context);
        return Flux.using(
                () -> Schedulers.newParallel("condition-consumer", parameters.consumers(), true),
                consumers -> Flux.concat(List.of(story.handOver(consumers), story.waitInVain())),
                Scheduler::dispose);
    }

    private Mono<Delivered> handOver(Scheduler consumers) {
        return Mono.defer(() -> {
            Receipts taken = new Receipts(parameters.items());
            AtomicInteger calls = new AtomicInteger();
            Sinks.Many<Integer> items = Sinks.many().unicast().onBackpressureBuffer();
            Mono<Void> consumed = items.asFlux()
                    .parallel(parameters.consumers(), 1)
                    .runOn(consumers, 1)
                    .doOnNext(item -> {
                        calls.incrementAndGet();
                        taken.add(item);
                    })
                    .then();
            return Mono.when(consumed, produce(items))
                    .then(Mono.fromSupplier(() -> new Delivered(
                            "handed-over", parameters.items(), taken.different(), taken.twice(), calls.get())));
        });
    }

    private Mono<Void> produce(Sinks.Many<Integer> items) {
        return Mono.<Void>fromRunnable(() -> {
                    for (int item = 0; item < parameters.items(); item++) {
                        items.tryEmitNext(item).orThrow();
                    }
                    items.tryEmitComplete().orThrow();
                })
                .subscribeOn(context.timer());
    }

    private Mono<TimedWait> waitInVain() {
        return Mono.defer(() -> {
            long startNanos = System.nanoTime();
            Sinks.One<Integer> nothing = Sinks.one();
            return nothing.asMono()
                    .map(item -> seen(startNanos, true))
                    .timeout(Duration.ofMillis(parameters.limitMillis()), context.timer())
                    .onErrorResume(TimeoutException.class, error -> Mono.fromSupplier(() -> seen(startNanos, false)));
        });
    }

    private TimedWait seen(long startNanos, boolean notified) {
        return new TimedWait("time-limit", parameters.limitMillis(), (System.nanoTime() - startNanos) / 1e6, notified);
    }
}
