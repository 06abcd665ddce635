package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.lane.Claim;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What runs may take of the machine together. */
class ClaimsTest {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Claims claims = new Claims(new Claim(4, 1000));

    private void assertRejected(Claim claim, String message) {
        StepVerifier.create(claims.during(claim, Flux.error(new AssertionError("it was subscribed"))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(RejectedRequestException.class, rejected -> {
                            assertThat(rejected.code()).isEqualTo("limit-exceeded");
                            assertThat(rejected.fields())
                                    .singleElement()
                                    .satisfies(
                                            field -> assertThat(field.message()).isEqualTo(message));
                        }))
                .verify(LONG);
    }

    private void assertFree(Claim claim) {
        StepVerifier.create(claims.during(claim, Flux.just("ran")))
                .expectNext("ran")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aRunThatWantsMoreThanThereIsIsRejected() {
        assertRejected(new Claim(5, 10), "processesAtOnce must be at most 4, was 5");
        assertRejected(new Claim(1, 1001), "heapMegabytesAtOnce must be at most 1000, was 1001");
        assertFree(new Claim(4, 1000));
    }

    @Test
    void runsThatGoOnShareWhatThereIs() {
        TestPublisher<String> run = TestPublisher.create();
        claims.during(new Claim(3, 500), run.flux()).subscribe();

        assertRejected(new Claim(2, 10), "processesAtOnce must be at most 4, was 5");
        assertRejected(new Claim(1, 501), "heapMegabytesAtOnce must be at most 1000, was 1001");
        assertFree(new Claim(1, 500));
        assertFree(Claim.NONE);
    }

    @Test
    void aClaimLastsUntilTheRunHasEndedHoweverItEnds() {
        TestPublisher<String> completed = TestPublisher.create();
        claims.during(new Claim(4, 0), completed.flux()).subscribe();
        completed.complete();
        assertFree(new Claim(4, 1000));

        TestPublisher<String> failed = TestPublisher.create();
        claims.during(new Claim(4, 0), failed.flux()).subscribe(item -> {}, error -> {});
        failed.error(new IllegalStateException("broken"));
        assertFree(new Claim(4, 1000));

        claims.during(new Claim(4, 0), Flux.never()).subscribe().dispose();
        assertFree(new Claim(4, 1000));
    }

    @Test
    void nothingIsClaimedBeforeItIsSubscribed() {
        Flux<Object> run = claims.during(new Claim(4, 1000), Flux.empty());

        assertFree(new Claim(4, 1000));
        StepVerifier.create(run).expectComplete().verify(LONG);
        StepVerifier.create(run).expectComplete().verify(LONG);
    }
}
