package io.fluxlab.verdict;

import io.fluxlab.measure.Durations;
import io.fluxlab.verdict.Steadiness.SettlingLane;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Names the lanes that were not steady, or not from the beginning: how they moved, and what that means for the figures. */
final class SettlingWarnings {
    private final Tally tally;

    private SettlingWarnings(Tally tally) {
        this.tally = tally;
    }

    static List<Warning> of(Tally tally) {
        SettlingWarnings warnings = new SettlingWarnings(tally);
        return Stream.concat(
                        tally.steadiness().moving().stream().map(warnings::moving),
                        tally.steadiness().late().stream().map(warnings::late))
                .toList();
    }

    private Warning moving(SettlingLane lane) {
        LaneRounds rounds = tally.all(lane.lane());
        String last = speedUp(lane.settling().last());
        boolean faster = lane.settling().change() < 0;
        String message = "%s still gets %s: from %s to %s a run, and from %s to %s the speed of %s. "
                .formatted(
                        name(lane),
                        faster ? "faster" : "slower",
                        Durations.readable(rounds.beginning().medianNanos()),
                        Durations.readable(rounds.end().medianNanos()),
                        speedUp(lane.settling().first()),
                        last,
                        tally.steadiness().reference());
        return new Warning(
                "still-warming",
                message
                        + (isBaseline(lane)
                                ? "A longer comparison would say %s of all others than theirs is here; until then none has an outcome."
                                        .formatted(faster ? "a smaller speed-up" : "a larger speed-up")
                                : "A longer comparison would say %s than %s; until then the lane has no outcome."
                                        .formatted(faster ? "more" : "less", last)));
    }

    private Warning late(SettlingLane lane) {
        LaneRounds rounds = tally.all(lane.lane());
        return new Warning(
                "late-warm-up",
                "The first %d rounds do not count%s: %s took %s a run in them, and %s in the %d that count."
                        .formatted(
                                lane.settling().transients(),
                                isBaseline(lane) ? "" : " for " + lane.lane(),
                                name(lane),
                                Durations.readable(rounds.before(lane.from()).medianNanos()),
                                Durations.readable(rounds.from(lane.from()).medianNanos()),
                                rounds.from(lane.from()).count()));
    }

    private boolean isBaseline(SettlingLane lane) {
        return lane.lane().equals(tally.baseline());
    }

    private String name(SettlingLane lane) {
        return isBaseline(lane) ? lane.lane() + ", the baseline," : lane.lane();
    }

    /** Of the logarithm of a time ratio. */
    private static String speedUp(double log) {
        return String.format(Locale.ROOT, "%.2f×", Math.exp(-log));
    }
}
