package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How often synthetic changes are called slower whose code takes a little more or less time in each JVM that it is compiled in. */
class JvmToJvmTest {

    private static final int COMPARISONS = 400;
    private static final double OF_A_JVM = 0.02;
    private static final double OF_A_RUN = 0.01;
    private static final int RUNS_OF_A_JVM = 9;

    /** As many as 90 s have, and fewer where intervals are narrow. */
    private static final StoppingRule RULE = new StoppingRule(5, 20, 0.02);

    @Test
    void freshJvmsInEachRoundRaiseNoFalseAlarm() {
        assertThat(slower(1, true)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void freshJvmsFindFivePerCent() {
        assertThat(slower(1.05, true)).isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void oneJvmForEachSideIsTakenForTheCode() {
        assertThat(slower(1, false)).isGreaterThan(0.05);
    }

    private static double slower(double ratio, boolean areFresh) {
        Random random = new Random(11);
        return (double) IntStream.range(0, COMPARISONS)
                        .filter(each -> isSlower(random, ratio, areFresh))
                        .count()
                / COMPARISONS;
    }

    private static boolean isSlower(Random random, double ratio, boolean areFresh) {
        List<String> lanes = Synthetic.lanes(2);
        List<LaneSample> samples = new ArrayList<>();
        double[] jvms = {jvm(random), ratio * jvm(random)};
        Tally tally = Tally.of(lanes, lanes.get(0), samples);
        for (int round = 0; !tally.enough(RULE); round++) {
            if (areFresh) {
                jvms = new double[] {jvm(random), ratio * jvm(random)};
            }
            for (int lane = 0; lane < lanes.size(); lane++) {
                samples.add(Synthetic.sample(lanes.get(lane), round, (long) (1e8 * jvms[lane] * run(random))));
            }
            tally = Tally.of(lanes, lanes.get(0), samples);
        }
        return Synthetic.outcomes(tally).anyMatch(Outcome.SLOWER::equals);
    }

    private static double jvm(Random random) {
        return Math.exp(OF_A_JVM * random.nextGaussian());
    }

    private static double run(Random random) {
        double[] runs = IntStream.range(0, RUNS_OF_A_JVM)
                .mapToDouble(each -> Math.exp(OF_A_RUN * random.nextGaussian()))
                .toArray();
        Arrays.sort(runs);
        return runs[RUNS_OF_A_JVM / 2];
    }
}
