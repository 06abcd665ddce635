package io.fluxlab.verdict;

import io.fluxlab.measure.Latency;
import io.fluxlab.verdict.Steadiness.SettlingLane;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds what speaks against trusting the figures of a comparison. */
final class Doubts {
    /** Above this spread, three per cent cannot be told in fewer than a few hundred rounds. */
    private static final double NOISY_SPREAD = 0.10;

    private static final long CLOCK_STEPS = 1_000;
    private static final long SHORTEST_NANOS = 1_000_000;

    /** Half of what a lane may do to the bystander before it can be ruled out: above it, the lane is hardly to blame. */
    private static final long STARVED_NANOS = Calm.BEARABLE_NANOS / 2;

    private final Tally tally;
    private final List<Doubt> found = new ArrayList<>();

    private Doubts(Tally tally) {
        this.tally = tally;
    }

    static List<Doubt> of(Tally tally, List<LaneVerdict> lanes, Calibration calibration) {
        Doubts doubts = new Doubts(tally);
        boolean isUnderLoad =
                tally.lanes().stream().anyMatch(lane -> tally.of(lane).load() != null);
        if (isUnderLoad) { // a percentile varies more than a time, and may be short: its interval says so
            doubts.found.addAll(LoadDoubts.of(tally));
        } else {
            doubts.noise();
            doubts.clock(calibration);
        }
        doubts.rounds();
        doubts.settling();
        doubts.bystander(calibration);
        doubts.found.addAll(Strays.doubts(tally));
        Waiting.of(tally, lanes).ifPresent(doubts.found::add);
        tally.calls().doubt(tally).ifPresent(doubts.found::add);
        return doubts.found;
    }

    private void noise() {
        double[] wallNanos = tally.of(tally.baseline()).figureNanos();
        double spread = Medians.deviation(wallNanos) / Medians.of(Arrays.stream(wallNanos));
        if (spread > NOISY_SPREAD) {
            found.add(new Doubt.NoisyMachine(tally.baseline(), spread, NOISY_SPREAD));
        }
    }

    private void rounds() {
        if (tally.rounds() < StoppingRule.ENOUGH_ROUNDS) {
            found.add(new Doubt.TooFewRounds(tally.rounds(), StoppingRule.ENOUGH_ROUNDS));
        }
    }

    private void settling() {
        tally.steadiness().moving().forEach(this::moving);
        tally.steadiness().late().forEach(this::late);
    }

    private void moving(SettlingLane lane) {
        LaneRounds rounds = tally.all(lane.lane());
        found.add(new Doubt.StillWarming(
                lane.lane(),
                isBaseline(lane),
                tally.steadiness().reference(),
                rounds.beginning().medianNanos(),
                rounds.end().medianNanos(),
                Math.exp(-lane.settling().first()),
                Math.exp(-lane.settling().last())));
    }

    private void late(SettlingLane lane) {
        LaneRounds rounds = tally.all(lane.lane());
        found.add(new Doubt.LateWarmUp(
                lane.lane(),
                isBaseline(lane),
                lane.settling().transients(),
                rounds.before(lane.from()).medianNanos(),
                rounds.from(lane.from()).medianNanos(),
                rounds.from(lane.from()).count()));
    }

    private boolean isBaseline(SettlingLane lane) {
        return lane.lane().equals(tally.baseline());
    }

    private void clock(Calibration calibration) {
        long needed = Math.max(SHORTEST_NANOS, CLOCK_STEPS * calibration.clockGranularityNanos());
        for (String lane : tally.lanes()) {
            long median = tally.of(lane).medianNanos();
            if (median < needed) {
                found.add(new Doubt.ClockTooCoarse(lane, median, needed));
            }
        }
    }

    private void bystander(Calibration calibration) {
        Latency idle = calibration.idleBystander();
        if (idle != null && idle.p99Nanos() > STARVED_NANOS) {
            found.add(new Doubt.BystanderStarved(idle.p99Nanos()));
        }
    }
}
