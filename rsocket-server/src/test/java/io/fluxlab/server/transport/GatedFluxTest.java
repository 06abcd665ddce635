package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class GatedFluxTest {

    private static final int ITEMS = 8;
    private static final int BYTES = 100;

    private final AtomicBoolean open = new AtomicBoolean(true);
    private final DemandGate gate = new DemandGate(open::get, ITEMS, BYTES);
    private final AtomicLong asked = new AtomicLong();

    /** Items are as large as they say. */
    private Flux<Integer> gated(Flux<Integer> source) {
        return new GatedFlux<>(source.doOnRequest(asked::addAndGet), gate, Integer::intValue);
    }

    @Test
    void everythingPassesAnOpenGate() {
        StepVerifier.create(gated(Flux.range(0, 10_000).map(i -> i % BYTES)))
                .expectNextCount(10_000)
                .verifyComplete();
    }

    @Test
    void noMoreIsAskedForThanTheSubscriberWants() {
        StepVerifier.create(gated(Flux.range(0, 100)), 3)
                .expectNext(0, 1, 2)
                .then(() -> assertThat(asked).hasValue(3))
                .thenRequest(1)
                .expectNext(3)
                .then(() -> assertThat(asked).hasValue(4))
                .thenCancel()
                .verify();
    }

    @Test
    void unboundedDemandIsPassedOnInBatchesThatGrow() {
        TestPublisher<Integer> source = TestPublisher.create();
        StepVerifier.create(gated(source.flux()))
                .then(() -> assertThat(asked).hasValue(1))
                .then(() -> source.next(1))
                .then(() -> assertThat(asked).hasValue(1 + 2))
                .then(() -> source.next(1, 1))
                .then(() -> assertThat(asked).hasValue(3 + 4))
                .then(() -> source.next(1, 1, 1, 1))
                .expectNextCount(7)
                .then(() -> assertThat(asked.get()).isBetween(7L + 4, 7L + ITEMS))
                .then(source::complete)
                .verifyComplete();
    }

    @Test
    void largeItemsAreAskedForOneByOne() {
        TestPublisher<Integer> source = TestPublisher.create();
        StepVerifier.create(gated(source.flux()))
                .then(() -> source.next(1))
                .then(() -> source.next(BYTES, BYTES))
                .then(() -> assertThat(asked).hasValue(3 + 1))
                .then(() -> source.next(BYTES))
                .then(() -> assertThat(asked).hasValue(4 + 1))
                .expectNextCount(4)
                .then(source::complete)
                .verifyComplete();
    }

    @Test
    void aClosedGateHoldsTheDemandUntilItReopens() {
        open.set(false);
        StepVerifier.create(gated(Flux.range(0, 100)))
                .expectSubscription()
                .then(() -> assertThat(asked).hasValue(0))
                .then(() -> {
                    open.set(true);
                    gate.reopened();
                })
                .expectNextCount(100)
                .verifyComplete();
    }

    @Test
    void whatIsUnderWayStillPassesAClosedGate() {
        TestPublisher<Integer> source = TestPublisher.create();
        StepVerifier.create(gated(source.flux()))
                .then(() -> source.next(1))
                .then(() -> open.set(false))
                .then(() -> source.next(1, 1))
                .expectNextCount(3)
                .then(() -> assertThat(asked).hasValue(3))
                .then(source::complete)
                .verifyComplete();
    }

    @Test
    void theLineIsServedInTurn() {
        open.set(false);
        StringBuilder order = new StringBuilder();
        for (String name : new String[] {"a", "b", "c"}) {
            gated(Flux.just(1)).doOnNext(item -> order.append(name)).subscribe();
        }
        open.set(true);
        gate.reopened();
        assertThat(order).hasToString("abc");
    }

    @Test
    void whoeverLeavesTheLineIsNotAskedForAnyMore() {
        open.set(false);
        gated(Flux.range(0, 100)).subscribe().dispose();
        open.set(true);
        gate.reopened();
        assertThat(asked).hasValue(0);
    }

    @Test
    void subscribersGetTheirSubscriptionBeforeTheSourceDoes() {
        Sinks.One<Integer> late = Sinks.one();
        Flux<Integer> source = Flux.from(subscriber -> late.asMono().subscribe(subscriber));
        Flux<Integer> neverSubscribed = Flux.from(subscriber -> {});
        StepVerifier.create(gated(source), 1)
                .then(() -> late.tryEmitValue(1))
                .expectNext(1)
                .verifyComplete();
        StepVerifier.create(gated(neverSubscribed), 1)
                .expectSubscription()
                .thenCancel()
                .verify();
    }

    @Test
    void errorsPass() {
        StepVerifier.create(gated(Flux.error(new IllegalStateException("broken"))))
                .verifyErrorMessage("broken");
    }

    @Test
    void noItemIsLostWhileDemandGateAndSourceRaceEachOther() {
        int items = 200_000;
        Scheduler schedulers = Schedulers.newParallel("gate-race", 3);
        AtomicLong received = new AtomicLong();
        BaseSubscriber<Integer> subscriber = new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(org.reactivestreams.Subscription subscription) {
                subscription.request(1);
            }

            @Override
            protected void hookOnNext(Integer item) {
                received.incrementAndGet();
            }
        };
        Flux<Long> toggling = Flux.interval(Duration.ofNanos(20_000), schedulers)
                .onBackpressureDrop()
                .doOnNext(tick -> {
                    open.set(tick % 2 == 0);
                    gate.reopened();
                })
                .doFinally(signal -> {
                    open.set(true);
                    gate.reopened();
                });
        Flux<Long> asking = Flux.interval(Duration.ofNanos(10_000), schedulers)
                .onBackpressureDrop()
                .doOnNext(tick -> subscriber.request(1 + tick % 100));
        gated(Flux.range(0, items).publishOn(schedulers, 16)).subscribe(subscriber);
        StepVerifier.create(Flux.merge(toggling, asking).takeUntil(tick -> subscriber.isDisposed()))
                .thenConsumeWhile(tick -> true)
                .verifyComplete();
        assertThat(received).hasValue(items);
        schedulers.dispose();
    }
}
