package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.claim.Lease;
import io.fluxlab.comparison.ComparisonEvent.ComparisonStarted;
import io.fluxlab.comparison.ComparisonEvent.OfRun;
import io.fluxlab.comparison.ComparisonEvent.RoundStarted;
import io.fluxlab.comparison.ComparisonEvent.RunProgress;
import io.fluxlab.comparison.ComparisonEvent.Standings;
import io.fluxlab.comparison.ComparisonSetup.Place;
import io.fluxlab.error.BrokenRunException;
import io.fluxlab.lane.EventLoopLane;
import io.fluxlab.lane.ImmediateLane;
import io.fluxlab.lane.Lane;
import io.fluxlab.lane.ParallelLane;
import io.fluxlab.lane.VirtualLane;
import io.fluxlab.run.Bodies;
import io.fluxlab.run.Guests;
import io.fluxlab.run.RunEvent.RunFinished;
import io.fluxlab.run.RunEvent.RunStarted;
import io.fluxlab.run.Tasks;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.Outcome;
import io.fluxlab.verdict.Standing;
import io.fluxlab.verdict.Verdict;
import io.fluxlab.workload.Subject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class ComparisonTest {

    private static final List<Lane> THREE = List.of(new ImmediateLane(), new EventLoopLane(), new ParallelLane());
    private static final Tasks.Body QUICK = (task, context) -> Mono.just(task);

    private final ComparisonRequest request = ComparisonRequest.of("trial")
            .on("immediate", "event-loop", "parallel")
            .seed(42);

    @Test
    void tellsWhatItComparesAndHow() {
        ComparisonStarted started =
                (ComparisonStarted) compare(request.rounds(2, 1), QUICK, THREE).blockFirst(Duration.ofSeconds(5));

        assertThat(started.comparison()).isEqualTo("comparison-1");
        assertThat(started.tasks()).isEqualTo(10);
        assertThat(started.lanes()).containsExactly("immediate", "event-loop", "parallel");
        assertThat(started.baseline()).isEqualTo("immediate");
        assertThat(started.design()).isEqualTo(new ComparisonEvent.Design(2, 1, null, 42, null, 0.03));
        assertThat(started.machine().cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
    }

    @Test
    void countsItsEventsWithoutGapsAndEndsInOneVerdict() {
        List<ComparisonEvent> events = events(request.rounds(3, 1).withRunEvents(), QUICK, THREE);

        assertThat(events).first().isInstanceOf(ComparisonStarted.class);
        assertThat(events).last().isInstanceOf(ComparisonEvent.Verdict.class);
        assertThat(all(events, ComparisonEvent.Verdict.class)).hasSize(1);
        assertThat(events.stream().map(ComparisonEvent::seq))
                .isEqualTo(Flux.range(0, events.size())
                        .map(i -> (long) i)
                        .collectList()
                        .block());
        assertThat(events.stream().map(ComparisonEvent::atNanos)).isSorted();
    }

    @Test
    void everyRoundRunsEveryLaneOnceInAnOrderThatTheSeedDecides() {
        List<RoundStarted> first = all(events(request.rounds(6, 2), QUICK, THREE), RoundStarted.class);
        List<RoundStarted> again = all(events(request.rounds(6, 2), QUICK, THREE), RoundStarted.class);
        List<RoundStarted> other = all(events(request.rounds(6, 2).seed(7), QUICK, THREE), RoundStarted.class);

        assertThat(order(again)).isEqualTo(order(first)).isNotEqualTo(order(other));
        assertThat(first).hasSize(8 * 3);
        for (int round = 0; round < 8; round++) {
            List<RoundStarted> turns = first.subList(3 * round, 3 * round + 3);
            int number = round < 2 ? round + 1 : round - 1;
            assertThat(turns)
                    .extracting(RoundStarted::lane)
                    .containsExactlyInAnyOrder("immediate", "event-loop", "parallel");
            assertThat(turns).extracting(RoundStarted::round).containsOnly(number);
            assertThat(turns).extracting(RoundStarted::warmup).containsOnly(round < 2);
        }
        assertThat(order(first.subList(0, 3))).isNotEqualTo(order(first.subList(3, 6)));
    }

    @Test
    void standsAfterEachRoundThatCounts() {
        List<ComparisonEvent> events = events(request.rounds(3, 2), QUICK, THREE);

        List<Standings> standings = all(events, Standings.class);
        assertThat(standings).extracting(Standings::round).containsExactly(1, 2, 3);
        assertThat(standings.get(2).lanes())
                .extracting(Standing::lane)
                .containsExactly("immediate", "event-loop", "parallel");
        assertThat(standings.get(2).lanes()).extracting(Standing::rounds).containsOnly(3);
        assertThat(standings.get(2).lanes().get(0).ratio()).isEqualTo(1);
    }

    @Test
    void warmsUpAtLeastOnceAndAtMostThreeTimesForASingleRound() {
        ComparisonRequest unsaid = ComparisonRequest.of("trial")
                .on("immediate", "event-loop", "parallel")
                .rounds(1, null)
                .seed(1L);

        List<RoundStarted> turns = all(events(unsaid, QUICK, THREE), RoundStarted.class);

        assertThat(turns.stream()
                        .filter(RoundStarted::warmup)
                        .mapToInt(RoundStarted::round)
                        .max()
                        .orElse(0))
                .isBetween(1, 3);
    }

    @Test
    void refusesARoundThatDoesNotFitAfterItsFirstRun() {
        ComparisonRequest short1 = ComparisonRequest.of("trial")
                .on("immediate", "event-loop", "parallel")
                .rounds(null, 0)
                .maxTimeMillis(1L)
                .seed(1L);

        StepVerifier.create(compare(short1, QUICK, THREE))
                .expectNextMatches(ComparisonStarted.class::isInstance)
                .expectNextMatches(RoundStarted.class::isInstance)
                .expectErrorSatisfies(
                        error -> assertThat(((BrokenRunException) error).code()).isEqualTo("time-too-short"))
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void wrapsTheRunsOwnEventsWhereTheyAreWanted() {
        List<OfRun> wrapped = all(events(request.rounds(2, 1).withRunEvents(), QUICK, THREE), OfRun.class);

        assertThat(wrapped.stream().filter(each -> each.event() instanceof RunStarted))
                .hasSize(9);
        assertThat(wrapped.stream().filter(each -> each.event() instanceof RunFinished))
                .hasSize(9);
        assertThat(wrapped.stream()
                        .filter(each -> each.event() instanceof RunStarted)
                        .map(each -> ((RunStarted) each.event()).lane()))
                .isEqualTo(wrapped.stream()
                        .filter(each -> each.event() instanceof RunStarted)
                        .map(OfRun::lane)
                        .toList());
        assertThat(all(events(request.rounds(2, 1), QUICK, THREE), OfRun.class)).isEmpty();
    }

    @Test
    void aDisplayIsToldHowFarTheRunIsAndNothingElse() {
        Tasks.Body slow = (task, context) -> Mono.delay(Duration.ofMillis(20), context.timer());

        List<ComparisonEvent> events = events(request.rounds(1, 1).withProgress(2), slow, THREE);

        assertThat(all(events, OfRun.class)).isEmpty();
        List<RunProgress> told = all(events, RunProgress.class);
        assertThat(told).isNotEmpty().allSatisfy(progress -> {
            assertThat(progress.run().shown()).hasSizeLessThanOrEqualTo(2);
            assertThat(progress.run().ended())
                    .isLessThanOrEqualTo(progress.run().started());
        });
        assertThat(events.stream().map(ComparisonEvent::seq))
                .isEqualTo(LongStream.range(0, events.size()).boxed().toList());
    }

    @Test
    void aDisplayThatTakesNothingHoldsNoRunUp() {
        AtomicInteger ended = new AtomicInteger();
        Tasks.Body slow = (task, context) ->
                Mono.delay(Duration.ofMillis(20), context.timer()).doOnTerminate(ended::incrementAndGet);

        StepVerifier.create(compare(request.rounds(1, 1).withProgress(2), slow, THREE), 2)
                .expectNextMatches(ComparisonStarted.class::isInstance)
                .expectNextMatches(RoundStarted.class::isInstance)
                .then(() -> await().until(() -> ended.get() >= 10))
                .thenCancel()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void lanesThatDisagreeOnTheResultsFailTheComparison() {
        AtomicInteger runs = new AtomicInteger();
        Tasks.Body body = (task, context) -> Mono.fromCallable(() -> task == 9 ? runs.incrementAndGet() : task);

        StepVerifier.create(compare(request.rounds(2, 0), body, THREE))
                .thenConsumeWhile(event -> true)
                .expectErrorSatisfies(error -> {
                    assertThat(((BrokenRunException) error).code()).isEqualTo("results-differ");
                    assertThat(error)
                            .hasMessageMatching(
                                    "the lanes disagree on the results: 10 items of hash .* on .*, 10 items of hash .* on .*");
                })
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void aRunThatTakesTooLongIsAFailureAndSaysSo() {
        ComparisonSetup setup = new ComparisonSetup(
                "comparison-1",
                request.rounds(1, 0),
                () -> new Subject("trial", Map.of(), Tasks.of(3, Bodies.BLOCKER)),
                THREE,
                new Place(Optional.of(Duration.ofMillis(100)), Optional.empty(), Lease.NONE));

        Verdict verdict = Comparison.run(setup)
                .ofType(ComparisonEvent.Verdict.class)
                .single()
                .map(ComparisonEvent.Verdict::verdict)
                .block(Duration.ofSeconds(20));
        assertThat(verdict.failures()).hasSize(3).allSatisfy(failure -> {
            assertThat(failure.code()).isEqualTo("limit-exceeded");
            assertThat(failure.message()).contains("runTime must be at most 100 ms");
            assertThat(failure.tasks()).isEqualTo(3);
        });
    }

    @Test
    void cancelEndsTheRunThatGoesOn() {
        Guests guests = new Guests();
        AtomicInteger started = new AtomicInteger();
        Tasks.Body body = (task, context) -> {
            started.incrementAndGet();
            guests.sign();
            return Bodies.BLOCKER.of(task, context);
        };

        var subscription = compare(request.rounds(2, 0), body, THREE).subscribe();
        await().until(() -> started.get() > 0);
        subscription.dispose();

        guests.leaveWithinASecond();
    }

    @Test
    void aSlowSubscriberDoesNotDistortTheRunThatGoesOn() {
        AtomicInteger ran = new AtomicInteger();
        Tasks.Body body = (task, context) -> Mono.fromRunnable(ran::incrementAndGet);
        ComparisonSetup setup = setup(request.rounds(1, 0), 5_000, body, THREE);

        StepVerifier.create(Comparison.run(setup), 2)
                .expectNextMatches(ComparisonStarted.class::isInstance)
                .expectNextMatches(RoundStarted.class::isInstance)
                .then(() -> await().until(() -> ran.get() == 5_000))
                .thenRequest(Long.MAX_VALUE)
                .thenConsumeWhile(event -> true)
                .expectComplete()
                .verify(Duration.ofSeconds(20));
    }

    @Test
    void blockingTasksAreFasterOnVirtualThreadsThanOneAfterTheOther() {
        Tasks.Body body = (task, context) -> Mono.fromCallable(() -> context.blocking(() -> {
            Thread.sleep(10);
            return task;
        }));
        List<Lane> lanes = List.of(new ImmediateLane(), new VirtualLane());

        List<ComparisonEvent> events = events(
                ComparisonRequest.of("trial")
                        .on("immediate", "virtual")
                        .rounds(6, 1)
                        .seed(1),
                body,
                lanes);

        var verdict = all(events, ComparisonEvent.Verdict.class).get(0).verdict();
        LaneVerdict virtual = verdict.lanes().get(1);
        assertThat(virtual.lane()).isEqualTo("virtual");
        assertThat(virtual.standing().ratio()).isLessThan(0.7);
        if (virtual.outcome() != Outcome.CANT_TELL) { // a busy machine makes rounds unsteady
            assertThat(virtual.outcome()).isEqualTo(Outcome.FASTER);
            assertThat(verdict.recommended()).isEqualTo("virtual");
        }
        assertThat(verdict.samples())
                .hasSize(12)
                .allSatisfy(sample -> assertThat(sample.bystander()).isNotNull());
    }

    private static ComparisonSetup setup(ComparisonRequest request, int tasks, Tasks.Body body, List<Lane> lanes) {
        return new ComparisonSetup(
                "comparison-1",
                request,
                () -> new Subject("trial", Map.of("some", 1), Tasks.of(tasks, body)),
                lanes,
                Place.HERE);
    }

    private static Flux<ComparisonEvent> compare(ComparisonRequest request, Tasks.Body body, List<Lane> lanes) {
        return Comparison.run(setup(request, 10, body, lanes));
    }

    private static List<ComparisonEvent> events(ComparisonRequest request, Tasks.Body body, List<Lane> lanes) {
        return compare(request, body, lanes).collectList().block(Duration.ofSeconds(50));
    }

    private static List<String> order(List<RoundStarted> turns) {
        return turns.stream().map(RoundStarted::lane).toList();
    }

    private static <E> List<E> all(List<ComparisonEvent> events, Class<E> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
