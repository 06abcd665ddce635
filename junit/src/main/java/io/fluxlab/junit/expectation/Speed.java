package io.fluxlab.junit.expectation;

import io.fluxlab.measure.Durations;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.LaneSample;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.RatioEstimate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** One lane is so many times as fast as another. */
public record Speed(String on, String than, double by) implements Expectation {

    private static final double HARDLY_BUSY = 0.5;
    private static final double HARDLY_MORE_THAN_ONE = 1.25;

    @Override
    public Answer of(Evidence evidence) {
        String expected =
                "%s it is at least %s times as fast as on %s".formatted(ExpectedLane.text(on), factor(by), than);
        Optional<LaneVerdict> lane = ExpectedLane.in(evidence, on);
        Optional<LaneVerdict> slower = evidence.lane(than);
        if (lane.isEmpty() || slower.isEmpty()) {
            return new Answer(expected, Holding.CANT_TELL, ExpectedLane.missing(evidence, lane.isEmpty() ? on : than));
        }
        if (lane.get().lane().equals(than)) {
            return new Answer(
                    expected,
                    evidence.lanes().stream().anyMatch(evidence::isUnsettled) ? Holding.CANT_TELL : Holding.FAILS,
                    than + " itself is recommended: " + evidence.verdict().reason());
        }
        return answer(evidence, expected, lane.get(), slower.get());
    }

    private Answer answer(Evidence evidence, String expected, LaneVerdict lane, LaneVerdict slower) {
        Map<Integer, LaneSample> rounds = evidence.rounds(lane.lane());
        double[] speedUps = evidence.rounds(than).entrySet().stream()
                .filter(round -> rounds.containsKey(round.getKey()))
                .mapToDouble(round -> (double) round.getValue().wallNanos()
                        / rounds.getOrDefault(round.getKey(), round.getValue()).wallNanos())
                .toArray();
        if (speedUps.length == 0) {
            return new Answer(expected, Holding.CANT_TELL, "the two lanes have no round in common");
        }
        RatioEstimate speedUp = RatioEstimate.of(speedUps);
        String figures = figures(speedUp, lane, slower);
        Interval interval = speedUp.interval();
        boolean isUnsettled = evidence.isUnsettled(lane.lane()) || evidence.isUnsettled(than);
        if (isUnsettled && !agree(speedUps)) {
            return new Answer(expected, Holding.CANT_TELL, figures + "; the figures still moved when the time was up");
        }
        if (interval == null || (interval.low() < by && interval.high() >= by)) {
            return new Answer(expected, Holding.CANT_TELL, figures);
        }
        return interval.low() >= by
                ? new Answer(expected, Holding.HOLDS, figures)
                : new Answer(expected, Holding.FAILS, figures + "; " + cause(lane, slower));
    }

    /** Whether every round says the same: where figures still move, their interval says nothing of where they go. */
    private boolean agree(double... speedUps) {
        return DoubleStream.of(speedUps).allMatch(each -> each >= by)
                || DoubleStream.of(speedUps).allMatch(each -> each < by);
    }

    private String figures(RatioEstimate speedUp, LaneVerdict lane, LaneVerdict slower) {
        Interval interval = speedUp.interval();
        String certainty = interval == null
                ? "in a single round"
                : "95 %% interval %s to %s over %d rounds"
                        .formatted(factor(interval.low()), factor(interval.high()), speedUp.rounds());
        return "%s is %s times as fast as %s, %s (%s and %s)"
                .formatted(lane.lane(), factor(speedUp.median()), than, certainty, run(lane), run(slower));
    }

    private static String run(LaneVerdict lane) {
        return String.format(
                Locale.ROOT,
                "%s: %s, %.2f CPUs",
                lane.lane(),
                Durations.readable(lane.standing().medianNanos()),
                lane.cost().cpu());
    }

    private static String cause(LaneVerdict lane, LaneVerdict slower) {
        if (lane.cost().cpu() < HARDLY_BUSY) {
            return "the cause: the tasks wait and hold their threads meanwhile, of which %s had %d and %s %d"
                    .formatted(
                            lane.lane(),
                            lane.cost().peakThreads(),
                            slower.lane(),
                            slower.cost().peakThreads());
        }
        return lane.cost().cpu() < HARDLY_MORE_THAN_ONE
                ? "the cause: on %s hardly two tasks computed at once: either the machine has no second CPU to give, or they wait for each other"
                        .formatted(lane.lane())
                : "the cause: %s takes %s of CPU time for a run, %s %s"
                        .formatted(
                                lane.lane(),
                                Durations.readable(lane.cost().cpuNanos()),
                                slower.lane(),
                                Durations.readable(slower.cost().cpuNanos()));
    }

    private static String factor(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
