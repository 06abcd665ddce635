package io.fluxlab.verdict;

import io.fluxlab.measure.Durations;

/** Says how fast a lane is against the baseline, with as many digits as its interval supports. */
final class Speed {
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
                        + " (95 %% interval of the speed-up %s)".formatted(speedUps.text());
        };
    }

    static boolean onlyRound(LaneVerdict lane) {
        return lane.standing().low() == null;
    }

    private static String times(double factor, Interval interval) {
        return interval.round(factor) + "×";
    }

    private static String interval(Interval interval) {
        return " (95 %% interval %s)".formatted(interval.text());
    }
}
