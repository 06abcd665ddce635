package io.fluxlab.lecture.queues;

import io.fluxlab.lecture.demonstration.Patience;
import io.fluxlab.lecture.queues.QueuesWorkload.Parameters;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Bounded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Crowd;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Demanded;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Joined;
import io.fluxlab.lecture.queues.ThreadQueueMoment.Ordered;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Producers and consumers with a sink between them whose buffer is the queue: nobody waits in it, on either side. */
final class SubscribersAtQueue {

    private static final int FEW = 12;

    /** What a sink says that says nothing. */
    private static final String HELD = "";

    private final QueueOrder order;
    private final Parameters parameters;

    SubscribersAtQueue(QueueOrder order, Parameters parameters) {
        this.order = order;
        this.parameters = parameters;
    }

    /** Cold; one moment after the other. Cancel disposes of the scheduler that producers and consumers share. */
    Flux<Object> story() {
        int threads = parameters.producers() + parameters.consumers();
        return Flux.using(
                () -> Schedulers.newParallel("queue", threads, true),
                scheduler -> Flux.concat(
                        List.of(inOrder(), join(), bounded(scheduler), demand(scheduler), crowd(scheduler))),
                Scheduler::dispose);
    }

    private Mono<Ordered> inOrder() {
        return Mono.defer(() -> {
            List<PrioritizedItem> put = CrowdedQueue.few(FEW, parameters.seed());
            Sinks.Many<PrioritizedItem> sink =
                    Sinks.many().unicast().onBackpressureBuffer(new Capped<PrioritizedItem>(order, FEW));
            put.forEach(job -> sink.tryEmitNext(job).orThrow());
            sink.tryEmitComplete().orThrow();
            return sink.asFlux().collectList().map(got -> new Ordered("order", order, put, got));
        });
    }

    /** To join is to wait for {@code then()}: the last of the jobs ends only once it was seen that it is waited for. */
    private Mono<Joined> join() {
        return Mono.defer(() -> {
            AtomicInteger done = new AtomicInteger();
            AtomicBoolean joined = new AtomicBoolean();
            Sinks.Empty<Integer> last = Sinks.empty();
            Mono<Integer> whenJoined = Flux.range(1, FEW)
                    .flatMap(job -> job < FEW ? Mono.just(job) : last.asMono().defaultIfEmpty(job))
                    .doOnNext(job -> done.incrementAndGet())
                    .then(Mono.fromSupplier(done::get))
                    .doOnNext(count -> joined.set(true));
            Mono<Integer> whileWaiting = Mono.fromSupplier(() -> {
                int seen = joined.get() ? 0 : done.get();
                last.tryEmitEmpty().orThrow();
                return seen;
            });
            return Mono.zip(whenJoined, whileWaiting, (all, some) -> new Joined("join", order, FEW, some, all));
        });
    }

    /** Nobody takes an item before the producer has come back, unless it does not. */
    private Mono<Bounded> bounded(Scheduler scheduler) {
        return Mono.defer(() -> {
            Sinks.Many<PrioritizedItem> sink = Sinks.many()
                    .unicast()
                    .onBackpressureBuffer(new Capped<PrioritizedItem>(order, parameters.capacity()));
            Taker taker = new Taker();
            sink.asFlux().subscribe(taker);
            AtomicInteger put = new AtomicInteger();
            return Mono.fromSupplier(() -> fill(sink, put).name())
                    .subscribeOn(scheduler)
                    .timeout(Patience.DEFAULT.limit(), Mono.just(HELD), scheduler)
                    .map(refusal -> {
                        int putBefore = put.get();
                        taker.takeOne();
                        fill(sink, put);
                        taker.dispose();
                        boolean isHeld = refusal.equals(HELD);
                        return new Bounded(
                                "bounded", order, parameters.capacity(), putBefore, isHeld, refusal, put.get());
                    });
        });
    }

    /** Puts until the sink refuses, and returns what it said. */
    private static EmitResult fill(Sinks.Many<PrioritizedItem> sink, AtomicInteger put) {
        EmitResult result = EmitResult.OK;
        while (result == EmitResult.OK) {
            result = sink.tryEmitNext(new PrioritizedItem(put.get(), put.get()));
            put.addAndGet(result == EmitResult.OK ? 1 : 0);
        }
        return result;
    }

    /** The producer is asked for as many as the queue between the two holds. */
    private Mono<Demanded> demand(Scheduler scheduler) {
        return Mono.defer(() -> {
            AtomicInteger made = new AtomicInteger();
            AtomicInteger consumed = new AtomicInteger();
            AtomicInteger mostAhead = new AtomicInteger();
            return Flux.range(0, parameters.items())
                    .doOnNext(number -> mostAhead.accumulateAndGet(made.incrementAndGet() - consumed.get(), Math::max))
                    .publishOn(scheduler, parameters.capacity())
                    .doOnNext(number -> consumed.incrementAndGet())
                    .then(Mono.fromSupplier(
                            () -> new Demanded("demand", order, parameters.capacity(), made.get(), mostAhead.get())));
        });
    }

    private Mono<Crowd> crowd(Scheduler scheduler) {
        return Mono.defer(() -> {
            Capped<PrioritizedItem> buffer = new Capped<PrioritizedItem>(order, parameters.capacity());
            Sinks.Many<PrioritizedItem> sink = Sinks.many().unicast().onBackpressureBuffer(buffer);
            CrowdedQueue crossing = new CrowdedQueue(parameters);
            Mono<Integer> consumed = sink.asFlux()
                    .parallel(parameters.consumers(), 1)
                    .runOn(scheduler, 1)
                    .transformGroups(rail -> rail.doOnNext(crossing.new Consumer()::got))
                    .then()
                    .then(Mono.fromSupplier(crossing::done));
            Mono<Void> produced = Flux.range(0, parameters.producers())
                    .flatMap(
                            producer -> Mono.fromRunnable(() -> produce(producer, crossing, sink))
                                    .subscribeOn(scheduler),
                            parameters.producers())
                    .then(Mono.fromRunnable(() -> sink.tryEmitComplete().orThrow()));
            return Mono.zip(consumed, produced.thenReturn(true), (done, ended) -> done)
                    .map(done -> crossing.seen(order, buffer.mostInside(), done));
        });
    }

    /** A sink takes signals one at a time and only where there is room: whoever is refused comes again. */
    private static void produce(int producer, CrowdedQueue crossing, Sinks.Many<PrioritizedItem> sink) {
        int to = crossing.from(producer + 1);
        for (int number = crossing.from(producer); number < to; number++) {
            PrioritizedItem job = crossing.job(number);
            EmitResult result = sink.tryEmitNext(job);
            while (result == EmitResult.FAIL_OVERFLOW || result == EmitResult.FAIL_NON_SERIALIZED) {
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
                LockSupport.parkNanos(1_000);
                result = sink.tryEmitNext(job);
            }
            if (result != EmitResult.OK) {
                return; // cancelled
            }
        }
    }

    /** Asks for one item at a time. */
    private static final class Taker extends BaseSubscriber<PrioritizedItem> {
        @Override
        protected void hookOnSubscribe(Subscription subscription) {}

        void takeOne() {
            request(1);
        }
    }
}
