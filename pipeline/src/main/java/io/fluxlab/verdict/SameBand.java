package io.fluxlab.verdict;

import org.jspecify.annotations.Nullable;

/**
 * How far two lanes may be from each other and still count as the same: within 0.03, the quicker one takes at least 97 %
 * of the other's time, whichever of the two that is. Immutable.
 *
 * <p>Equivalence is a claim that an interval has to prove, as it has to prove a difference: the interval lies inside the
 * band (Schuirmann's two one-sided tests, 1987; Kruschke's region of practical equivalence, "Rejecting or accepting
 * parameter values in Bayesian estimation", 2018). It goes before any difference, because one that lies inside the band
 * does not matter, however sure it is.
 */
public record SameBand(double within) {
    /** Within 3 %. */
    public static final SameBand DEFAULT = new SameBand(0.03);

    /** A narrower band would call hardly anything the same. */
    public static final double LEAST = 0.001;

    /** A wider one would call twice as fast the same. */
    public static final double MOST = 0.5;

    public SameBand {
        if (!(within >= LEAST && within <= MOST)) {
            throw new IllegalArgumentException(
                    "sameWithin must be between %s and %s, was %s".formatted(LEAST, MOST, within));
        }
    }

    /** The band that was asked for, the usual one where none was. */
    public static SameBand orDefault(@Nullable Double within) {
        return within == null ? DEFAULT : new SameBand(within);
    }

    /** The ratios that count as the same: as far below 1 as above, where twice is as far as half. */
    public Interval ratios() {
        return new Interval(1 - within, 1 / (1 - within));
    }

    /** How far the logarithm of a ratio may be from 0. */
    double logWidth() {
        return -Math.log1p(-within);
    }

    /** What the interval of a time ratio shows, and nothing where there is none; never {@link Outcome#BASELINE}. */
    public Outcome outcome(@Nullable Interval interval) {
        if (interval == null) {
            return Outcome.CANT_TELL;
        } else if (interval.inside(ratios())) {
            return Outcome.SAME;
        } else if (interval.contains(1)) {
            return Outcome.CANT_TELL;
        } else {
            return interval.high() < 1 ? Outcome.FASTER : Outcome.SLOWER;
        }
    }

    /** {@code 3 %}. */
    public String text() {
        return Percent.text(within);
    }
}
