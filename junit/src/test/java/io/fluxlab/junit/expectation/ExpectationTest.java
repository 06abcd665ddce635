package io.fluxlab.junit.expectation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.Calibration;
import io.fluxlab.verdict.Findings;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.RunCost;
import io.fluxlab.verdict.Tally;
import io.fluxlab.wording.Language;
import io.fluxlab.wording.VerdictWording;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExpectationTest {

    private static final long MILLI = 1_000_000;

    @Test
    void speedHoldsFailsOrCantBeTold() {
        Evidence twice = evidence(
                new long[] {100, 101, 99, 100, 102, 100, 101, 99}, new long[] {50, 51, 50, 49, 50, 51, 50, 50});

        assertThat(new Speed("parallel", "immediate", 1.5).of(twice).holding()).isEqualTo(Holding.HOLDS);
        assertThat(new Speed("", "immediate", 1.5).of(twice).holding()).isEqualTo(Holding.HOLDS);
        assertThat(new Speed("parallel", "immediate", 3).of(twice)).satisfies(answer -> {
            assertThat(answer.holding()).isEqualTo(Holding.FAILS);
            assertThat(answer.because())
                    .startsWith("parallel is 1.99 times as fast as immediate")
                    .contains("the cause: ");
        });
        assertThat(new Speed("parallel", "immediate", 2).of(twice).holding()).isEqualTo(Holding.CANT_TELL);
        assertThat(new Speed("parallel", "virtual", 2).of(twice).because()).contains("virtual was not among the lanes");
    }

    @Test
    void laneThatIsRecommendedItselfIsNotFasterThanItself() {
        Evidence slower =
                evidence(new long[] {50, 51, 50, 49, 50, 51, 50, 50}, new long[] {99, 101, 99, 100, 99, 100, 101, 99});

        Answer answer = new Speed("", "immediate", 1.5).of(slower);

        assertThat(answer.holding()).isEqualTo(Holding.FAILS);
        assertThat(answer.because()).startsWith("immediate itself is recommended: ");
    }

    @Test
    void recommendationHoldsFailsOrCantBeTold() {
        Evidence twice = evidence(
                new long[] {100, 101, 99, 100, 102, 100, 101, 99}, new long[] {50, 51, 50, 49, 50, 51, 50, 50});
        Evidence unclear = evidence(new long[] {100, 60, 140, 80}, new long[] {90, 140, 60, 100});

        assertThat(new RecommendedLane("parallel").of(twice).holding()).isEqualTo(Holding.HOLDS);
        assertThat(new RecommendedLane("immediate").of(twice).holding()).isEqualTo(Holding.FAILS);
        assertThat(new RecommendedLane("parallel").of(unclear).holding()).isEqualTo(Holding.CANT_TELL);
    }

    @Test
    void freeLoopHoldsFailsOrCantBeTold() {
        Evidence calm = evidence(new long[] {100, 101, 99, 100}, new long[] {50, 51, 50, 49});

        assertThat(new FreeLoop("parallel", Duration.ofMillis(10)).of(calm).holding())
                .isEqualTo(Holding.HOLDS);
        assertThat(new FreeLoop("immediate", Duration.ofMillis(10)).of(calm).holding())
                .isEqualTo(Holding.FAILS);
        assertThat(new FreeLoop("immediate", Duration.ofMillis(100)).of(calm).holding())
                .isEqualTo(Holding.CANT_TELL);
        Evidence watched = Evidence.of(
                calm.verdict(),
                lane -> Optional.of(
                        new LoopWatch(lane, 50, List.of(new Sighting("Orders.parse(Orders.java:7)", 48)), List.of())),
                List.of());
        assertThat(new FreeLoop("immediate", Duration.ofMillis(10)).of(watched).because())
                .endsWith(
                        "the cause: 48 of 50 looks at the loop's thread found it computing in Orders.parse(Orders.java:7)");
    }

    @Test
    void unblockedLoopHoldsFailsOrCantBeTold() {
        assertThat(unblocked(new LoopWatch("event-loop", 50, List.of(), List.of()))
                        .holding())
                .isEqualTo(Holding.HOLDS);
        assertThat(unblocked(new LoopWatch("event-loop", 5, List.of(), List.of()))
                        .holding())
                .isEqualTo(Holding.CANT_TELL);
        assertThat(unblocked(new LoopWatch("event-loop", 50, List.of(), List.of(new Sighting("Orders.load", 1))))
                        .holding())
                .isEqualTo(Holding.CANT_TELL);
        assertThat(unblocked(new LoopWatch("event-loop", 50, List.of(), List.of(new Sighting("Orders.load", 9)))))
                .satisfies(answer -> {
                    assertThat(answer.holding()).isEqualTo(Holding.FAILS);
                    assertThat(answer.because()).contains("9 of 50 looks").endsWith("Orders.load");
                });
    }

    @Test
    void ownLaneHoldsFailsOrCantBeTold() {
        assertThat(own(new Departure("parallel", 10, 0, "")).holding()).isEqualTo(Holding.HOLDS);
        assertThat(own(new Departure("immediate", 10, 10, "parallel")).holding())
                .isEqualTo(Holding.CANT_TELL);
        assertThat(own(new Departure("parallel", 10, 1, "boundedElastic")).holding())
                .isEqualTo(Holding.FAILS);
    }

    private static Answer unblocked(LoopWatch watch) {
        return new UnblockedLoop()
                .of(Evidence.of(
                        evidence(new long[] {1, 1}, new long[] {1, 1}).verdict(),
                        lane -> Optional.of(watch),
                        List.of()));
    }

    private static Answer own(Departure departure) {
        return new OwnLane(List.of("parallel"))
                .of(Evidence.of(
                        evidence(new long[] {1, 1}, new long[] {1, 1}).verdict(),
                        lane -> Optional.empty(),
                        List.of(departure)));
    }

    /** Rounds of two lanes, in milliseconds; the bystander waits on {@code immediate} as long as a run takes. */
    private static Evidence evidence(long[] immediate, long[] parallel) {
        List<LaneSample> samples = new ArrayList<>();
        for (int round = 0; round < immediate.length; round++) {
            samples.add(sample(
                    "immediate",
                    round + 1,
                    immediate[round] * MILLI,
                    immediate[round] > 60 ? immediate[round] * MILLI : MILLI));
            samples.add(sample("parallel", round + 1, parallel[round] * MILLI, MILLI));
        }
        Findings findings = Tally.of(List.of("immediate", "parallel"), "immediate", samples)
                .findings(new Calibration(1, Latency.NONE));
        return Evidence.of(findings.in(VerdictWording.in(Language.EN), List.of()));
    }

    private static LaneSample sample(String lane, int round, long wallNanos, long p99Nanos) {
        return new LaneSample(
                lane,
                round,
                wallNanos,
                new RunCost(wallNanos, 1, 0, 2, null, 0),
                new Latency(p99Nanos, p99Nanos, p99Nanos, 20));
    }
}
