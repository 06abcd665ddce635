package io.fluxlab.verdict;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * What the rounds say about the ratio of two lanes' wall times: its median, the 95 % interval of that median (absent after
 * a single round) and the number of rounds behind it. Immutable.
 *
 * <p>The ratio is taken inside each round, so that drift of the machine cancels, and medians and intervals are formed of
 * its logarithm, so that exchanging the two lanes turns the estimate exactly over. That rounds, not iterations, are the
 * unit that is repeated follows Kalibera and Jones, "Rigorous benchmarking in reasonable time" (2013).
 */
public record RatioEstimate(double median, @Nullable Interval interval, int rounds) {
    /** No estimate asks for more rounds than this. */
    static final int MOST_ROUNDS_NEEDED = 10_000;

    /** The estimate from one ratio a round. */
    public static RatioEstimate of(double... ratios) {
        if (ratios.length == 0 || !DoubleStream.of(ratios).allMatch(r -> r > 0 && Double.isFinite(r))) {
            throw new IllegalArgumentException(
                    "ratios must be one or more positive numbers, were " + Arrays.toString(ratios));
        }
        double[] logs = DoubleStream.of(ratios).map(Math::log).sorted().toArray();
        Interval interval = MedianInterval.of(logs);
        return new RatioEstimate(
                Math.exp(Medians.ofSorted(logs)),
                interval == null ? null : new Interval(Math.exp(interval.low()), Math.exp(interval.high())),
                logs.length);
    }

    /** The estimate of the baseline against itself: exactly 1. */
    static RatioEstimate ofBaseline(int rounds) {
        return new RatioEstimate(1, new Interval(1, 1), rounds);
    }

    /** This estimate with an interval that reaches at least so far up and down from the median, in logarithms. */
    RatioEstimate noNarrowerThan(double logMargin) {
        return interval == null || logMargin == 0
                ? this
                : new RatioEstimate(
                        median,
                        new Interval(
                                Math.min(interval.low(), median * Math.exp(-logMargin)),
                                Math.max(interval.high(), median * Math.exp(logMargin))),
                        rounds);
    }

    /** Whether the interval reaches at most this part up and down from its middle: 0.02 for ±2 %. */
    public boolean narrowEnough(double halfWidth) {
        return interval != null && logHalfWidth(interval) <= Math.log1p(halfWidth);
    }

    /**
     * About how many more rounds would settle the outcome, from 1 to 10,000; empty if it is settled, or if a single round
     * gives nothing to go by.
     *
     * <p>The interval narrows with the square root of the rounds. It settles when it has left 1, or lies within the band
     * that counts as the same, whichever takes less.
     */
    public OptionalInt roundsNeeded(SameBand band) {
        if (interval == null || band.outcome(interval) != Outcome.CANT_TELL) {
            return OptionalInt.empty();
        }
        double log = Math.log(median);
        double toLeaveOne = Math.abs(log);
        double toStayInBand = band.logWidth() - Math.abs(log);
        double halfWidth = logHalfWidth(interval) / MedianInterval.excess(rounds);
        double narrowing = halfWidth / Math.max(toLeaveOne, toStayInBand);
        double more = Math.ceil(rounds * (narrowing * narrowing - 1));
        return OptionalInt.of((int) Math.clamp(more, 1, MOST_ROUNDS_NEEDED));
    }

    private static double logHalfWidth(Interval interval) {
        return Math.log(interval.high() / interval.low()) / 2;
    }
}
