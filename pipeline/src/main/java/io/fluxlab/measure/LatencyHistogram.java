package io.fluxlab.measure;

import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/**
 * Latencies of one run in nanoseconds, to three significant digits, in an HdrHistogram; those above an hour count as one
 * hour. Not thread-safe.
 */
public final class LatencyHistogram {

    private static final int SIGNIFICANT_DIGITS = 3;
    private static final long LONGEST_NANOS = TimeUnit.HOURS.toNanos(1);
    private static final double ALL = 100;

    /** Either end of an interval errs in so many. */
    private static final double TAIL = 0.025;

    /** So far from the mean lies either tail of the normal distribution. */
    private static final double DEVIATIONS = 1.960;

    /** Of more than so many that are expected beyond a quantile, the number is taken for normal. */
    private static final double MANY = 500;

    private final Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    private double sumNanos;

    /** Two latencies between which a quantile lies, in 95 %. */
    public record Range(long lowNanos, long highNanos) {}

    /** Adds one. */
    public void record(long nanos) {
        long counted = Math.clamp(nanos, 0, LONGEST_NANOS);
        histogram.recordValue(counted);
        sumNanos += counted;
    }

    /** How many there are. */
    public long count() {
        return histogram.getTotalCount();
    }

    /** The latency that this part of all, from 0 to 1, does not exceed; 0 where there are none. */
    public long at(double part) {
        return count() == 0 ? 0 : Math.min(histogram.getValueAtPercentile(ALL * part), histogram.getMaxValue());
    }

    /** How they are spread; all figures are 0 where there are none. */
    public LatencyProfile profile() {
        long count = count();
        return count == 0
                ? new LatencyProfile(0, 0, 0, 0, 0, 0, 0)
                : new LatencyProfile(Math.round(sumNanos / count), at(0.5), at(0.9), at(0.99), at(0.999), at(1), count);
    }

    /**
     * The 95 % interval of a quantile, between two order statistics: how many of n independent latencies lie beyond the
     * quantile is binomial, whatever their distribution (David and Nagaraja, "Order Statistics", 2003, chapter 7). Where
     * there are too few for an upper end, that is the longest.
     */
    public Range interval(double part) {
        long n = count();
        double beyond = n * (1 - part);
        if (n == 0) {
            return new Range(0, 0);
        } else if (beyond > MANY) {
            double margin = DEVIATIONS * Math.sqrt(beyond * part);
            return new Range(ranked(n, beyond + margin), ranked(n, Math.max(0, beyond - margin)));
        }
        // of the k latencies beyond the upper end, at the most k lie beyond the quantile in 2.5 %; likewise below
        double probability = Math.exp(n * Math.log(part));
        double upTo = probability;
        long high = 0;
        long k = 0;
        while (upTo < 1 - TAIL && k < n) {
            high = upTo <= TAIL ? k : high;
            k++;
            probability *= (double) (n - k + 1) / (double) k * (1 - part) / part;
            upTo += probability;
        }
        return new Range(ranked(n, (double) k), ranked(n, (double) high));
    }

    /** The latency beyond which so many lie. */
    private long ranked(long n, double beyond) {
        return at(Math.clamp((n - beyond) / n, 1.0 / n, 1));
    }
}
