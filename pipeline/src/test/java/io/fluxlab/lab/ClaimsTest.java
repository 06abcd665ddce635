package io.fluxlab.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.claim.Allowance;
import io.fluxlab.claim.Claim;
import io.fluxlab.claim.Claim.Children;
import io.fluxlab.error.RejectedRequestException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** What runs may claim together. */
class ClaimsTest {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final long MEGABYTE = 1 << 20;
    private static final Claim MOST = new Claim(100 * MEGABYTE, 40, 30, new Children(4, 1000));

    private final AtomicLong nanos = new AtomicLong();
    private final Claims claims = new Claims(MOST, nanos::get);

    /** So many threads, for what the tasks do. */
    private static Want threads(long count) {
        return tasks(new Claim(0, count, 0, Children.NONE));
    }

    private static Want tasks(Claim claim) {
        return new Want(Claim.NONE, Claim.NONE, claim);
    }

    private void assertRejected(Want want, String message) {
        StepVerifier.create(claims.during(want, grant -> Flux.error(new AssertionError("it was subscribed"))))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOfSatisfying(RejectedRequestException.class, rejected -> {
                            assertThat(rejected.code()).isEqualTo("limit-exceeded");
                            assertThat(rejected.fields()).singleElement().satisfies(field -> {
                                assertThat(field.message()).startsWith(message);
                                assertThat(field.message()).startsWith(field.field() + " must be at most ");
                                assertThat(field.message()).contains(", was " + field.value());
                            });
                        }))
                .verify(LONG);
    }

    private void assertFree(Want want) {
        StepVerifier.create(claims.during(want, grant -> Flux.just("ran")))
                .expectNext("ran")
                .expectComplete()
                .verify(LONG);
    }

    private Disposable claim(Want want, Function<Grant, Flux<String>> run) {
        return claims.during(want, run).subscribe(item -> {}, error -> {});
    }

    @Test
    void aRunThatWantsMoreThanThereIsIsRejectedAndToldWhatToLower() {
        assertRejected(
                threads(41),
                "threadsAtOnce must be at most 40, was 41: 41 asked for, most of it by what the workload does with these"
                        + " parameters: lower them, or concurrency");
        assertRejected(
                new Want(Claim.NONE, Claim.ofThreads(50), Claim.ofThreads(3)),
                "threadsAtOnce must be at most 40, was 53: 53 asked for, most of it by so many tasks at once on this lane:"
                        + " lower concurrency, or the lane's settings");
        assertRejected(
                new Want(Claim.ofHeapBytes(101 * MEGABYTE), Claim.NONE, Claim.NONE),
                "runHeapMegabytesAtOnce must be at most 100, was 101: 101 asked for, most of it by so many tasks: lower"
                        + " their number, or concurrency");
        assertFree(tasks(MOST));
    }

    @Test
    void eachOfAllBoundsIsKept() {
        assertRejected(tasks(new Claim(100 * MEGABYTE + 1, 0, 0, Children.NONE)), "runHeapMegabytesAtOnce must be");
        assertRejected(tasks(new Claim(0, 0, 31, Children.NONE)), "descriptorsAtOnce must be at most 30, was 31");
        assertRejected(tasks(new Claim(0, 0, 0, new Children(5, 1))), "processesAtOnce must be at most 4, was 5");
        assertRejected(
                tasks(new Claim(0, 0, 0, new Children(1, 1001))), "heapMegabytesAtOnce must be at most 1000, was 1001");
        assertRejected(tasks(Claim.ANY), "processesAtOnce must be at most 4, was " + Long.MAX_VALUE);
    }

    @Test
    void runsThatGoOnShareWhatThereIs() {
        claim(threads(30), grant -> Flux.never());

        assertRejected(threads(11), "threadsAtOnce must be at most 40, was 41: 11 asked for");
        assertRejected(
                threads(11),
                "threadsAtOnce must be at most 40, was 41: 11 asked for, most of it by what the workload"
                        + " does with these parameters: lower them, or concurrency, or wait for what goes on, which has 30");
        assertFree(threads(10));
        assertFree(tasks(Claim.NONE));
    }

    @Test
    void aClaimLastsUntilTheRunHasEndedHoweverItEnds() {
        TestPublisher<String> completed = TestPublisher.create();
        claim(threads(40), grant -> completed.flux());
        completed.complete();
        assertFree(threads(40));

        TestPublisher<String> failed = TestPublisher.create();
        claim(threads(40), grant -> failed.flux());
        failed.error(new IllegalStateException("broken"));
        assertFree(threads(40));

        claim(threads(40), grant -> Flux.never()).dispose();
        assertFree(threads(40));

        claim(threads(40), grant -> {
            throw new IllegalStateException("broken before it began");
        });
        assertFree(threads(40));
    }

    @Test
    void whoHearsOfTheEndFindsTheClaimFree() {
        Flux<String> twice = claims.during(threads(40), grant -> Flux.just("first"))
                .concatWith(claims.during(threads(40), grant -> Flux.just("second")));

        StepVerifier.create(twice)
                .expectNext("first", "second")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aClaimLastsUntilWhatIsBeingClosedIsClosed() {
        Sinks.Empty<Void> closed = Sinks.empty();
        Disposable run = claim(
                threads(40),
                grant -> grant.during(() -> "resource", resource -> Flux.never(), resource -> closed.asMono()));
        run.dispose();

        assertRejected(threads(1), "threadsAtOnce must be at most 40, was 41");
        closed.tryEmitEmpty().orThrow();
        assertFree(threads(40));
    }

    @Test
    void aResourceThatCanNotBeClosedIsNotWaitedForForEver() {
        claim(
                        threads(40),
                        grant -> grant.during(
                                () -> "resource",
                                resource -> Flux.never(),
                                resource -> Mono.error(new IllegalStateException("no"))))
                .dispose();

        assertFree(threads(40));
    }

    @Test
    void aRunThatWasToldToEndHasASecondToLetGo() {
        claim(threads(40), grant -> {
                    grant.linger();
                    return Flux.never();
                })
                .dispose();

        nanos.addAndGet(Duration.ofMillis(999).toNanos());
        assertRejected(threads(1), "threadsAtOnce must be at most 40, was 41");
        nanos.addAndGet(Duration.ofMillis(1).toNanos());
        assertFree(threads(40));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "20, 20", "21, 20", "1000000, 20"})
    void aRunThatGrowsGetsAsMuchAsThereIsRoomFor(int wanted, int got) {
        claim(threads(20), grant -> Flux.never());

        claim(threads(3), grant -> {
            assertThat(grant.enlarge(each -> new Claim(0, each, 0, Children.NONE), wanted))
                    .isEqualTo(got);
            assertRejected(threads(21 - Math.max(3, got)), "threadsAtOnce must be at most 40, was 41");
            return Flux.never();
        });
    }

    @Test
    void aRunThatHasGrownGivesAllOfItBackAndNoneBefore() {
        Disposable run = claim(threads(3), grant -> {
            grant.enlarge(each -> new Claim(0, each, 0, Children.NONE), 40);
            grant.enlarge(each -> new Claim(0, each, 0, Children.NONE), 1);
            return Flux.never();
        });

        assertRejected(threads(1), "threadsAtOnce must be at most 40, was 41");
        run.dispose();
        assertFree(threads(40));
    }

    @Test
    void whoAsksMayBeAllowedLessThanThereIs() {
        Allowance none = claim -> {
            throw RejectedRequestException.limit("threads", 0, claim.threads());
        };

        StepVerifier.create(claims.during(threads(1), grant -> Flux.just("ran"))
                        .contextWrite(context -> context.put(Allowance.class, none)))
                .expectErrorMessage("threads must be at most 0, was 1")
                .verify(LONG);
        assertFree(threads(40));
    }

    @Test
    void aRunGrowsNoFurtherThanWhoAsksIsAllowed() {
        List<Long> told = new ArrayList<>();
        Allowance five = new Allowance() {
            @Override
            public void take(Claim claim) {
                told.add(claim.threads());
            }

            @Override
            public boolean hasRoom(Claim claim) {
                return claim.threads() <= 5;
            }
        };

        StepVerifier.create(claims.during(threads(2), grant -> Flux.just(grant.enlarge(Claim::ofThreads, 30)))
                        .contextWrite(context -> context.put(Allowance.class, five)))
                .expectNext(5)
                .expectComplete()
                .verify(LONG);
        assertThat(told).containsExactly(2L, 5L);
    }

    @Test
    void whatIsClaimedIsTold() {
        Disposable run = claim(threads(7), grant -> Flux.never());

        assertThat(claims.taken()).isEqualTo(new Claim(0, 7, 0, Children.NONE));
        run.dispose();
    }

    @Test
    void nothingIsClaimedBeforeItIsSubscribed() {
        Flux<Object> run = claims.during(tasks(MOST), grant -> Flux.empty());

        assertFree(tasks(MOST));
        StepVerifier.create(run).expectComplete().verify(LONG);
        StepVerifier.create(run).expectComplete().verify(LONG);
    }

    @Test
    void whereThereIsNoBoundEverythingIsFree() {
        Claims unbounded = new Claims(Claim.ANY, nanos::get);

        StepVerifier.create(unbounded.during(
                        tasks(Claim.ANY),
                        grant -> unbounded.during(
                                tasks(Claim.ANY),
                                other -> Flux.just(other.enlarge(Claim::ofThreads, Integer.MAX_VALUE)))))
                .expectNext(Integer.MAX_VALUE)
                .expectComplete()
                .verify(LONG);
    }
}
