package io.fluxlab.verdict;

import io.fluxlab.measure.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Comparisons of lanes with known times: the first lane is the baseline, of 100 ms, and the others are given by ratio. */
final class Synthetic {
    static final Calibration QUIET = new Calibration(25, new Latency(100_000, 300_000, 400_000, 100));

    private static final double BASELINE_NANOS = 1e8;

    private Synthetic() {}

    static List<String> lanes(int count) {
        return IntStream.range(0, count).mapToObj(lane -> "lane-" + lane).toList();
    }

    /** Runs rounds until the rule is satisfied, and gives the tally of all that were needed. */
    static Tally compare(Random random, Noise noise, StoppingRule rule, double... ratios) {
        List<String> lanes = lanes(ratios.length + 1);
        double[][] factors = noise.factors(random, rule.maxRounds(), lanes.size());
        List<LaneSample> samples = new ArrayList<>();
        Tally tally = Tally.of(lanes, lanes.get(0), samples);
        for (int round = 0; !tally.enough(rule); round++) {
            for (int lane = 0; lane < lanes.size(); lane++) {
                double ratio = lane == 0 ? 1 : ratios[lane - 1];
                samples.add(sample(lanes.get(lane), round, (long) (BASELINE_NANOS * ratio * factors[round][lane])));
            }
            tally = Tally.of(lanes, lanes.get(0), samples);
        }
        return tally;
    }

    static double[] identical(int lanes) {
        return DoubleStream.generate(() -> 1).limit(lanes - 1).toArray();
    }

    /** The outcome of each lane but the baseline. */
    static Stream<Outcome> outcomes(Tally tally) {
        return tally.findings(QUIET).lanes().stream()
                .map(LaneVerdict::outcome)
                .filter(outcome -> outcome != Outcome.BASELINE);
    }

    static LaneSample sample(String lane, int round, long wallNanos) {
        return new LaneSample(lane, round, wallNanos, new RunCost(wallNanos, 1, 1_000, 3, null, 0), null);
    }
}
