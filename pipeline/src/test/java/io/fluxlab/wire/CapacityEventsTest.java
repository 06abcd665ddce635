package io.fluxlab.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.capacity.CapacityEvent;
import io.fluxlab.capacity.CapacityEvent.CapacityFinished;
import io.fluxlab.capacity.CapacityEvent.CapacityStarted;
import io.fluxlab.capacity.CapacityEvent.Design;
import io.fluxlab.capacity.CapacityEvent.LaneFound;
import io.fluxlab.capacity.CapacityEvent.StepFinished;
import io.fluxlab.capacity.CapacityEvent.StepStarted;
import io.fluxlab.capacity.CapacityRequest;
import io.fluxlab.capacity.LaneCapacity;
import io.fluxlab.capacity.LaneCapacity.Answer;
import io.fluxlab.capacity.LaneCapacity.Limit;
import io.fluxlab.capacity.RateDecision;
import io.fluxlab.capacity.RatePoint;
import io.fluxlab.capacity.Slo;
import io.fluxlab.capacity.StepFigures;
import io.fluxlab.capacity.StepOutcome;
import io.fluxlab.comparison.ComparisonEvent.Machine;
import io.fluxlab.load.Arrivals;
import io.fluxlab.load.LoadSummary.Judged;
import io.fluxlab.load.Rate;
import io.fluxlab.load.Span;
import io.fluxlab.measure.Latency;
import io.fluxlab.measure.LatencyProfile;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What travels of a search for capacities comes out as it went in. */
class CapacityEventsTest {

    private static final Latency LATENCY = new Latency(1, 2, 3, 4);
    private static final LatencyProfile PROFILE = new LatencyProfile(2, 1, 3, 4, 5, 6, 7);
    private static final LaneCapacity FOUND = new LaneCapacity(
            "virtual",
            Answer.FOUND,
            100.0,
            108.0,
            Limit.OBJECTIVE,
            "p99 < 20ms",
            List.of(new RatePoint(
                    100, 3, 3, RateDecision.MET, Map.of("p99", 4L, "bystander.p99", 2L), PROFILE, LATENCY, LATENCY)));
    private static final LaneCapacity NOTHING =
            new LaneCapacity("immediate", Answer.CANT_TELL, null, null, null, null, List.of());

    private static final List<CapacityEvent> EVENTS = List.of(
            new CapacityStarted(
                    0,
                    1,
                    "capacity-1",
                    "primes",
                    Map.of("to", 5L),
                    List.of("immediate", "virtual"),
                    List.of("p99 < 20ms"),
                    new Design(20, 1_000_000, 0.08, 0.95, Arrivals.POISSON, null, 80_000, 42),
                    new Machine("Linux", "a CPU", 2, "25", 1_000)),
            new StepStarted(1, 2, "virtual", 1, 20, 1_000_000_000),
            new StepFinished(
                    2,
                    3,
                    "virtual",
                    1,
                    20,
                    StepOutcome.SENT_LATE,
                    true,
                    List.of("p99 < 20ms"),
                    RateDecision.OPEN,
                    new StepFigures(
                            20, 0, 19.5, PROFILE, List.of(new Judged("p99", 4, 3, 6, 7, 299)), LATENCY, LATENCY, 500)),
            new StepFinished(3, 4, "virtual", 2, 40, StepOutcome.FAILED, false, List.of(), RateDecision.MISSED, null),
            new LaneFound(4, 5, FOUND),
            new CapacityFinished(5, 6, List.of(NOTHING, FOUND)));

    @ParameterizedTest
    @EnumSource
    void events(WireFormat format) {
        assertThat(EVENTS)
                .allSatisfy(event -> assertThat(format.read(format.write(event), CapacityEvent.class))
                        .isEqualTo(event));
    }

    @Test
    void noEventIsForgotten() {
        assertThat(EVENTS.stream().map(Object::getClass).distinct())
                .containsExactlyInAnyOrderElementsOf(Arrays.asList(CapacityEvent.class.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @EnumSource
    void requests(WireFormat format) {
        CapacityRequest request = CapacityRequest.of(
                        "primes",
                        List.of("immediate", "virtual"),
                        List.of(Slo.parse("p99 < 20ms"), Slo.parse("mean < 3ms"), Slo.parse("bystander.max < 1s")))
                .with(Map.of("to", 5L))
                .between(new Rate(5), new Rate(500))
                .stepping(Arrivals.CONSTANT, Span.parse("2s"))
                .within(0.05, 30_000L, 7L);

        assertThat(CapacityRequest.SCHEMA.read(format.readFields(format.write(request))))
                .isEqualTo(request);
    }
}
