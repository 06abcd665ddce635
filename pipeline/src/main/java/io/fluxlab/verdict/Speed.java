package io.fluxlab.verdict;

import io.fluxlab.measure.Durations;
import java.util.Locale;

/** Says how fast a lane is against the baseline, with as many digits as its interval supports. */
final class Speed {
    private static final int MOST_DECIMALS = 3;

    private Speed() {}

    static String of(LaneVerdict lane, LaneVerdict baseline) {
        Standing standing = lane.standing();
        if (standing.low() == null || standing.high() == null) {
            return lane.lane() + " took " + Durations.readable(standing.medianNanos()) + " against "
                    + Durations.readable(baseline.standing().medianNanos()) + " on " + baseline.lane()
                    + " (a single round shows nothing yet)";
        }
        Interval times = new Interval(standing.low(), standing.high());
        Interval speedUps = times.inverse();
        return switch (lane.outcome()) {
            case BASELINE -> throw new IllegalArgumentException("lane must not be the baseline, was " + lane.lane());
            case FASTER ->
                lane.lane() + " is " + times(1 / standing.ratio(), speedUps) + " as fast as " + baseline.lane()
                        + interval(speedUps);
            case SLOWER ->
                lane.lane() + " takes " + times(standing.ratio(), times) + " as long as " + baseline.lane()
                        + interval(times);
            case SAME -> lane.lane() + " is as fast as " + baseline.lane() + " to within 3 %";
            case CANT_TELL ->
                lane.lane() + " was shown neither faster nor slower than " + baseline.lane()
                        + " (95 %% interval of the speed-up %s)".formatted(range(speedUps));
        };
    }

    static boolean onlyRound(LaneVerdict lane) {
        return lane.standing().low() == null;
    }

    private static String times(double factor, Interval interval) {
        return number(factor, decimals(interval)) + "×";
    }

    private static String interval(Interval interval) {
        return " (95 %% interval %s)".formatted(range(interval));
    }

    private static String range(Interval interval) {
        int decimals = decimals(interval);
        return number(interval.low(), decimals) + " to " + number(interval.high(), decimals);
    }

    /** So many that half the interval has one significant digit. */
    private static int decimals(Interval interval) {
        double halfWidth = (interval.high() - interval.low()) / 2;
        return halfWidth == 0 ? MOST_DECIMALS : Math.clamp((int) -Math.floor(Math.log10(halfWidth)), 0, MOST_DECIMALS);
    }

    private static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
