package io.fluxlab.verdict;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The 95 % interval of a median: a percentile bootstrap, calibrated, in closed form.
 *
 * <p>The percentile bootstrap of a median ends at two of the observed values, and which two follows from the number of
 * values alone (Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapters 13 and 18). Uncalibrated it covers
 * too little when values are few: 88 % at n = 7, 91 % at n = 13. Calibrated, its ends are the narrowest pair of order
 * statistics whose binomial probability of covering the median is at least 95 %, whatever the distribution. Nothing needs
 * to be drawn at random.
 *
 * <p>Below six values no such pair exists: there the interval is the whole range, widened to Student's interval of the
 * mean. At any number it is at least as wide as the spread of all values about the median calls for, because a comparison
 * that stops at a narrow interval would else favour the rounds in which the two order statistics happen to be close.
 */
final class MedianInterval {
    private static final double TAIL = 0.025;

    /** Student's t for a two-sided 95 % interval of 2, 3, 4 and 5 values. */
    private static final double[] STUDENT = {12.706, 4.303, 3.182, 2.776};

    /** Half the width for many values from normal noise, in standard deviations divided by the root of their number. */
    private static final double MEDIAN_DEVIATIONS = 1.960 * Math.sqrt(Math.PI / 2);

    private MedianInterval() {}

    /** The interval of the median of these values, which must be sorted; null for fewer than two. */
    static @Nullable Interval of(double[] sorted) {
        int n = sorted.length;
        if (n < 2) {
            return null;
        }
        int rank = rank(n);
        Interval ends = rank == 0 ? range(sorted) : new Interval(sorted[rank - 1], sorted[n - rank]);
        double median = Medians.ofSorted(sorted);
        double margin = MEDIAN_DEVIATIONS * excess(n) * Medians.deviation(sorted) / Math.sqrt(n);
        return new Interval(Math.min(ends.low(), median - margin), Math.max(ends.high(), median + margin));
    }

    /** How many values lie at or below the lower end: the largest rank that errs in at most 2.5 %; 0 if none does. */
    static int rank(int n) {
        double logProbability = -n * Math.log(2);
        double below = Math.exp(logProbability);
        int rank = 0;
        while (below <= TAIL) {
            rank++;
            logProbability += Math.log((n - rank + 1.0) / rank);
            below += Math.exp(logProbability);
        }
        return rank;
    }

    /** How many times wider than the square-root law has it an interval of so few values is. */
    static double excess(int n) {
        return n - 2 < STUDENT.length ? STUDENT[n - 2] / MEDIAN_DEVIATIONS : 1;
    }

    private static Interval range(double[] sorted) {
        int n = sorted.length;
        double mean = Arrays.stream(sorted).sum() / n;
        double squares = Arrays.stream(sorted).map(x -> (x - mean) * (x - mean)).sum();
        double margin = STUDENT[n - 2] * Math.sqrt(squares / (n - 1) / n);
        return new Interval(Math.min(sorted[0], mean - margin), Math.max(sorted[n - 1], mean + margin));
    }
}
