package io.fluxlab.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Scannable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class CallSequenceTest {

    @Test
    void itemsErrorsAndContextGoThrough() {
        Flux<Integer> calls = new CallSequence<>(Flux.range(0, 3).concatMap(Mono::just));
        Flux<String> context = new CallSequence<>(Flux.deferContextual(view -> Flux.just(view.<String>get("who"))));

        StepVerifier.create(calls).expectNext(0, 1, 2).verifyComplete();
        StepVerifier.create(context.contextWrite(view -> view.put("who", "ada")))
                .expectNext("ada")
                .verifyComplete();
        StepVerifier.create(new CallSequence<>(Flux.error(new IllegalStateException("broken"))))
                .verifyErrorMessage("broken");
    }

    @Test
    void demandAndCancelGoThrough() {
        TestPublisher<Integer> calls = TestPublisher.create();

        StepVerifier.create(new CallSequence<>(calls.flux()), 1)
                .then(() -> calls.assertMinRequested(1).next(7))
                .expectNext(7)
                .thenCancel()
                .verify();

        calls.assertCancelled();
    }

    @Test
    void whoScansItFindsNoOperatorOfTheLabs() {
        List<Subscription> given = new ArrayList<>();

        new CallSequence<>(Flux.range(0, 3).concatMap(i -> Mono.never())).subscribe(new BaseSubscriber<>() {
            @Override
            protected void hookOnSubscribe(Subscription subscription) {
                given.add(subscription);
            }
        });

        assertThat(given)
                .singleElement()
                .satisfies(
                        subscription -> assertThat(Scannable.from(subscription).isScanAvailable())
                                .isFalse());
    }
}
