package io.fluxlab.junit.expectation;

import io.fluxlab.measure.Durations;
import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.Interval;
import io.fluxlab.verdict.LaneVerdict;
import io.fluxlab.verdict.RatioEstimate;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** The bystander of a lane is answered in time. */
public record FreeLoop(String on, Duration p99) implements Expectation {

    @Override
    public Answer of(Evidence evidence) {
        String expected = "the bystander's p99 %s is at most %s"
                .formatted(ExpectedLane.text(on), Durations.readable(p99.toNanos()));
        Optional<LaneVerdict> lane = ExpectedLane.in(evidence, on);
        return lane.map(found -> answer(evidence, expected, found))
                .orElseGet(() -> new Answer(expected, Holding.CANT_TELL, ExpectedLane.missing(evidence, on)));
    }

    private Answer answer(Evidence evidence, String expected, LaneVerdict lane) {
        double[] waits = evidence.rounds(lane.lane()).values().stream()
                .map(sample -> sample.bystander())
                .filter(Objects::nonNull)
                .filter(latency -> latency.count() > 0)
                .mapToDouble(Latency::p99Nanos)
                .map(nanos -> Math.max(1, nanos))
                .toArray();
        if (waits.length == 0) {
            return new Answer(expected, Holding.CANT_TELL, "no bystander ran beside " + lane.lane());
        }
        RatioEstimate wait = RatioEstimate.of(waits);
        Interval interval = wait.interval();
        String figures = "it is %s on %s, %s"
                .formatted(
                        Durations.readable(Math.round(wait.median())),
                        lane.lane(),
                        interval == null
                                ? "in a single round"
                                : "95 %% interval %s to %s over %d rounds"
                                        .formatted(
                                                Durations.readable(Math.round(interval.low())),
                                                Durations.readable(Math.round(interval.high())),
                                                wait.rounds()));
        if (interval == null || (interval.low() <= p99.toNanos() && interval.high() > p99.toNanos())) {
            return new Answer(expected, Holding.CANT_TELL, figures);
        }
        return interval.high() <= p99.toNanos()
                ? new Answer(expected, Holding.HOLDS, figures)
                : new Answer(expected, Holding.FAILS, figures + "; " + cause(evidence, lane));
    }

    private static String cause(Evidence evidence, LaneVerdict lane) {
        return evidence.watch(lane.lane())
                .map(LoopWatch::whatHeldIt)
                .filter(text -> !text.isEmpty())
                .map(text -> "the cause: " + text)
                .orElseGet(() -> String.format(
                        Locale.ROOT,
                        "%.2f CPUs were in use meanwhile",
                        lane.cost().cpu()));
    }
}
