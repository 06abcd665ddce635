package io.fluxlab.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What becomes of runs whose time is up and that do not end. */
class RunDeadlineTest {

    private static final Duration RUN_TIME = Duration.ofMinutes(10);

    private final VirtualTimeScheduler clock = VirtualTimeScheduler.create();
    private final RunDeadline deadline = RunDeadline.of(RUN_TIME, clock);
    private final AtomicBoolean cancelled = new AtomicBoolean();

    @AfterEach
    void dispose() {
        clock.dispose();
    }

    private Flux<Integer> watched(Flux<Integer> events) {
        return deadline.of(events.doOnCancel(() -> cancelled.set(true)));
    }

    @Test
    void whoAsksForNothingMoreLosesTheRunSoonAfterItsTime() {
        StepVerifier.create(watched(Flux.range(0, 10)), 1)
                .expectNext(0)
                .then(() -> clock.advanceTimeBy(RUN_TIME))
                .then(() -> assertThat(cancelled).isFalse())
                .then(() -> clock.advanceTimeBy(Duration.ofSeconds(3)))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(RejectedRequestException.class)
                        .hasMessage("runTime must be at most 600000 ms, was 603000 ms, "
                                + "and nobody asks for its next event: it was cancelled"))
                .verify();
        assertThat(cancelled).isTrue();
    }

    @Test
    void whoAsksNowAndThenHasSomeTimeMore() {
        StepVerifier.create(watched(Flux.range(0, 10)), 1)
                .expectNext(0)
                .then(() -> clock.advanceTimeBy(RUN_TIME.plusSeconds(1)))
                .thenRequest(1)
                .expectNext(1)
                .then(() -> clock.advanceTimeBy(Duration.ofMillis(2_500)))
                .thenRequest(8)
                .expectNextCount(8)
                .verifyComplete();
        assertThat(cancelled).isFalse();
    }

    @Test
    void whatDoesNotEndIsEndedWhateverTheDemand() {
        StepVerifier.create(watched(Flux.never()))
                .then(() -> clock.advanceTimeBy(RUN_TIME.plusSeconds(29)))
                .then(() -> assertThat(cancelled).isFalse())
                .then(() -> clock.advanceTimeBy(Duration.ofSeconds(1)))
                .expectErrorMessage("runTime must be at most 600000 ms, was 630000 ms, "
                        + "and it was not over 30 s later: it was cancelled")
                .verify();
        assertThat(cancelled).isTrue();
    }

    @Test
    void stepsThatAreAskedForMayTakeAsLongAsTheyDo() {
        StepVerifier.create(RunDeadline.ofSteps(RUN_TIME, clock).of(Flux.range(0, 10)), 1)
                .expectNext(0)
                .then(() -> clock.advanceTimeBy(RUN_TIME.plusSeconds(1)))
                .thenRequest(1)
                .expectNext(1)
                .then(() -> clock.advanceTimeBy(RUN_TIME.plusSeconds(1)))
                .thenRequest(1)
                .expectNext(2)
                .then(() -> clock.advanceTimeBy(RUN_TIME.plusSeconds(4)))
                .expectErrorSatisfies(error -> assertThat(error).hasMessageContaining("nobody asks for its next event"))
                .verify();
    }

    @Test
    void whatEndsInTimeIsAsItWas() {
        StepVerifier.create(watched(Flux.range(0, 3))).expectNext(0, 1, 2).verifyComplete();
        assertThat(cancelled).isFalse();
    }
}
