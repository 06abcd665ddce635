package io.fluxlab.error;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class EarlyEndTest {

    private final TestPublisher<Integer> events = TestPublisher.create();
    private final TestPublisher<Void> other = TestPublisher.create();
    private final Flux<Integer> ended = EarlyEnd.where(events.flux(), other);

    @Test
    void whatMakesTheEventsIsCancelledBeforeTheErrorIsTold() {
        StepVerifier.create(ended)
                .then(() -> events.next(1))
                .expectNext(1)
                .then(() -> other.error(new IllegalStateException("enough")))
                .verifyErrorMessage("enough");
        events.assertCancelled();
    }

    @Test
    void theErrorDoesNotWaitForDemand() {
        StepVerifier.create(ended, 0)
                .then(() -> other.error(new IllegalStateException("enough")))
                .verifyErrorMessage("enough");
        events.assertCancelled();
    }

    @Test
    void thatTheOtherCompletesChangesNothing() {
        StepVerifier.create(ended)
                .then(other::complete)
                .then(() -> events.next(1))
                .expectNext(1)
                .then(events::complete)
                .verifyComplete();
        events.assertNotCancelled();
    }

    @Test
    void bothAreCancelledWithTheSubscriber() {
        StepVerifier.create(ended)
                .then(() -> events.next(1))
                .expectNext(1)
                .thenCancel()
                .verify();
        events.assertCancelled();
        other.assertCancelled();
    }

    @Test
    void whoeverAsksAgainGetsAnEndOfTheirOwn() {
        Flux<Long> some = EarlyEnd.where(Flux.just(1L), Mono.delay(Duration.ofDays(1)));
        StepVerifier.create(some).expectNext(1L).verifyComplete();
        StepVerifier.create(some).expectNext(1L).verifyComplete();
    }
}
