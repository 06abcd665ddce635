package io.fluxlab.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.capacity.LaneCapacity.Answer;
import io.fluxlab.capacity.LaneCapacity.Limit;
import io.fluxlab.error.RejectedRequestException;
import io.fluxlab.run.RunEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

/** How a search goes, where steps come out as a function of the rate says, and take no time but by its clock. */
class CapacityTest {

    private static final long MILLI = 1_000_000;

    @Test
    void eachStepIsToldThenEachLaneThenAll() {
        List<CapacityEvent> events = new FakeSteps().run("p99 < 20ms", "immediate", "parallel");

        assertThat(events).first().isInstanceOf(CapacityStarted.class);
        assertThat(events).last().isInstanceOf(CapacityFinished.class);
        assertThat(events.stream().filter(LaneFound.class::isInstance)).hasSize(2);
        assertThat(events)
                .extracting(CapacityEvent::seq)
                .isEqualTo(IntStream.range(0, events.size())
                        .mapToObj(i -> (long) i)
                        .toList());
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof StepStarted step) {
                assertThat(events.get(i + 1)).isInstanceOfSatisfying(StepFinished.class, end -> {
                    assertThat(end.lane()).isEqualTo(step.lane());
                    assertThat(end.perSecond()).isEqualTo(step.perSecond());
                });
            }
        }
    }

    @Test
    void capacityOfEachLaneIsFoundWithWhatKeepsItFromMore() {
        FakeSteps steps = new FakeSteps()
                .latency("immediate", rate -> rate > 100 ? 30 * MILLI : MILLI)
                .behind("parallel", rate -> rate > 1_000);

        List<LaneCapacity> found = found(steps.run("p99 < 20ms", "immediate", "parallel"));

        assertThat(found.get(0)).satisfies(lane -> {
            assertThat(lane.answer()).isEqualTo(Answer.FOUND);
            assertThat(lane.metPerSecond()).isBetween(92.0, 100.0);
            assertThat(lane.missedPerSecond()).isBetween(100.0, 108.0);
            assertThat(lane.limit()).isEqualTo(Limit.OBJECTIVE);
            assertThat(lane.detail()).isEqualTo("p99 < 20ms");
            assertThat(lane.curve()).extracting(RatePoint::perSecond).isSorted().hasSizeGreaterThan(4);
        });
        assertThat(found.get(1)).satisfies(lane -> {
            assertThat(lane.metPerSecond()).isBetween(920.0, 1000.0);
            assertThat(lane.limit()).isEqualTo(Limit.BEHIND);
        });
    }

    @Test
    void lanesTakeTurns() {
        List<String> lanes = new FakeSteps()
                .run("p99 < 20ms", "immediate", "parallel").stream()
                        .filter(StepStarted.class::isInstance)
                        .map(event -> ((StepStarted) event).lane())
                        .toList();

        for (int round = 0; round + 1 < lanes.size(); round += 2) {
            assertThat(lanes.subList(round, round + 2)).containsExactlyInAnyOrder("immediate", "parallel");
        }
    }

    @Test
    void theBystanderHasAnObjectiveOfItsOwn() {
        FakeSteps steps = new FakeSteps().bystander("immediate", rate -> rate > 50 ? 9 * MILLI : MILLI);

        List<LaneCapacity> found =
                found(steps.run(List.of("p99 < 20ms", "bystander.p99 < 5ms"), List.of("immediate", "parallel")));

        assertThat(found.get(0).missedPerSecond()).isBetween(50.0, 54.0);
        assertThat(found.get(0).detail()).isEqualTo("bystander.p99 < 5ms");
        assertThat(found.get(1).missedPerSecond()).isGreaterThan(400);
    }

    @Test
    void laneThatTheGeneratorCantSendTooMuchIsSaidToBeLimitedByIt() {
        FakeSteps steps = new FakeSteps()
                .latency("immediate", rate -> rate > 100 ? 30 * MILLI : MILLI)
                .late(rate -> rate > 100 ? 25 * MILLI : 1_000);

        LaneCapacity lane = found(steps.run("p99 < 20ms", "immediate")).get(0);

        assertThat(lane.limit()).isEqualTo(Limit.GENERATOR);
        assertThat(lane.metPerSecond()).isBetween(92.0, 100.0);
    }

    @Test
    void firstStepDoesNotCountAndNorDoThoseInWhichTheCodeGetsFaster() {
        FakeSteps steps = new FakeSteps().cold("immediate", 6);

        List<StepFinished> ends = ends(steps.run("p99 < 20ms", "immediate"));

        assertThat(ends.subList(0, 6))
                .allSatisfy(end -> assertThat(end.warmup()).isTrue());
        assertThat(ends.subList(6, ends.size()))
                .allSatisfy(end -> assertThat(end.warmup()).isFalse());
    }

    @Test
    void laneThatMissesTheObjectiveEvenAtTheLowestRateIsSaidTo() {
        FakeSteps steps = new FakeSteps().failing("immediate", rate -> true);

        LaneCapacity lane = found(steps.run("p99 < 20ms", "immediate")).get(0);

        assertThat(lane.answer()).isEqualTo(Answer.NOT_AT_ALL);
        assertThat(lane.metPerSecond()).isNull();
        assertThat(lane.limit()).isEqualTo(Limit.FAILURE);
        assertThat(lane.detail()).isEqualTo("no luck");
    }

    @Test
    void noStepStartsThatWouldEndAfterTheTimeAndWhatIsNotKnownIsSaidSo() {
        FakeSteps steps = new FakeSteps().within(Duration.ofMillis(5_500));

        List<CapacityEvent> events = steps.run("p99 < 20ms", "immediate");

        assertThat(ends(events)).hasSize(5);
        assertThat(found(events).get(0)).satisfies(lane -> {
            assertThat(lane.answer()).isEqualTo(Answer.CANT_TELL);
            assertThat(lane.metPerSecond()).isNull();
            assertThat(lane.isAnything()).isFalse();
            assertThat(lane.curve()).hasSize(4);
        });
    }

    @Test
    void rateThatTheLabRefusesIsTheLimit() {
        FakeSteps steps = new FakeSteps().refusing(rate -> rate > 100);

        LaneCapacity lane = found(steps.run("p99 < 20ms", "immediate")).get(0);

        assertThat(lane.answer()).isEqualTo(Answer.AT_LEAST);
        assertThat(lane.metPerSecond()).isEqualTo(80);
        assertThat(lane.limit()).isEqualTo(Limit.LAB);
        assertThat(lane.detail()).contains("tasksPerRun");
    }

    @Test
    void nothingIsMeasuredBesideThreadsThatCouldNotBeStopped() {
        FakeSteps steps = new FakeSteps().leaving("immediate", rate -> rate > 50);

        List<CapacityEvent> events = steps.run("p99 < 20ms", "immediate", "parallel");

        assertThat(ends(events).stream().filter(end -> end.lane().equals("immediate")))
                .last()
                .satisfies(end -> assertThat(end.outcome()).isEqualTo(StepOutcome.FAILED));
        assertThat(ends(events)).hasSizeLessThan(10);
        assertThat(found(events)).allSatisfy(lane -> {
            assertThat(lane.answer()).isEqualTo(Answer.CANT_TELL);
            assertThat(lane.limit()).isEqualTo(Limit.LEFT_BEHIND);
            assertThat(lane.detail()).isEqualTo("immediate");
        });
    }

    @Test
    void searchWhoseFirstStepIsRefusedIsRefused() {
        StepVerifier.create(new FakeSteps().refusing(rate -> true).events("p99 < 20ms", "immediate"))
                .expectNextCount(2)
                .verifyError(RejectedRequestException.class);
    }

    @Test
    void nothingStartsBeforeTheSubscriptionAndCancelEndsTheStepThatGoesOn() {
        AtomicBoolean hasBegun = new AtomicBoolean();
        AtomicBoolean hasEnded = new AtomicBoolean();
        Flux<CapacityEvent> events = new FakeSteps()
                .events(
                        step -> Flux.<RunEvent>never()
                                .doOnSubscribe(subscription -> hasBegun.set(true))
                                .doOnCancel(() -> hasEnded.set(true)),
                        "p99 < 20ms",
                        "immediate");

        assertThat(hasBegun).isFalse();
        Disposable search = events.subscribe();
        assertThat(hasBegun).isTrue();
        assertThat(hasEnded).isFalse();
        search.dispose();

        assertThat(hasEnded).isTrue();
    }

    private static List<LaneCapacity> found(List<CapacityEvent> events) {
        return ((CapacityFinished) events.get(events.size() - 1)).lanes();
    }

    private static List<StepFinished> ends(List<CapacityEvent> events) {
        return events.stream()
                .filter(StepFinished.class::isInstance)
                .map(StepFinished.class::cast)
                .toList();
    }
}
