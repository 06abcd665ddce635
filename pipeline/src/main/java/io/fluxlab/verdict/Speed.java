package io.fluxlab.verdict;

import io.fluxlab.measure.Durations;

/** Says how fast a lane is against the baseline, with as many digits as its interval supports. */
final class Speed {
    private Speed() {}

    static String of(LaneVerdict lane, LaneVerdict baseline, Tally tally) {
        SameBand band = tally.band();
        Standing standing = lane.standing();
        if (standing.low() == null || standing.high() == null) {
            return lane.lane() + " took " + Durations.readable(standing.medianNanos()) + " against "
                    + Durations.readable(baseline.standing().medianNanos()) + " on " + baseline.lane()
                    + " (a single round shows nothing yet)";
        }
        Interval times = new Interval(standing.low(), standing.high());
        IntervalText timesText = IntervalText.of(times, band);
        IntervalText speedUps = IntervalText.of(times.inverse(), band);
        return switch (lane.outcome()) {
            case BASELINE -> throw new IllegalArgumentException("lane must not be the baseline, was " + lane.lane());
            case FASTER ->
                lane.lane() + " is " + speedUps.value(1 / standing.ratio()) + "× as fast as " + baseline.lane()
                        + " (95 % interval " + speedUps.ends() + ")";
            case SLOWER ->
                lane.lane() + " takes " + timesText.value(standing.ratio()) + "× as long as " + baseline.lane()
                        + " (95 % interval " + timesText.ends() + ")";
            case SAME ->
                lane.lane() + " is as fast as " + baseline.lane() + " to within " + band.text()
                        + (times.contains(1) ? "" : " (" + shown(standing.ratio()) + ")");
            case CANT_TELL ->
                lane.lane()
                        + (tally.isSettled(lane.lane())
                                ? " was shown neither faster nor slower than " + baseline.lane()
                                        + " (95 % interval of the speed-up "
                                : " has not settled against " + baseline.lane()
                                        + " (95 % interval of the speed-up in the last rounds ")
                        + speedUps.ends() + ")";
        };
    }

    static boolean onlyRound(LaneVerdict lane) {
        return lane.standing().low() == null;
    }

    /** The difference that there is, though none that counts: {@code 1.5 % slower, shown}. */
    private static String shown(double ratio) {
        return Percent.text(1 - Math.min(ratio, 1 / ratio)) + (ratio > 1 ? " slower, shown" : " faster, shown");
    }
}
