package io.fluxlab.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.load.LoadSummary;
import io.fluxlab.measure.Latency;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmupUnderLoadTest {

    private static final long MILLI = 1_000_000;

    private final List<LaneSample> samples = new ArrayList<>();

    @Test
    void lanesThatKeepUpAreWarm() {
        round("immediate", true, 40);

        assertThat(Warmup.coldUnderLoad(samples)).isEmpty();
    }

    @Test
    void aLaneThatFallsBehindIsGivenTimeToBeCompiled() {
        round("immediate", true, 40);
        round("parallel", false, 600);
        assertThat(Warmup.coldUnderLoad(samples)).containsExactly("parallel");

        round("parallel", false, 200);
        round("parallel", false, 100);
        assertThat(Warmup.coldUnderLoad(samples)).containsExactly("parallel");

        round("parallel", true, 40);
        assertThat(Warmup.coldUnderLoad(samples)).isEmpty();
    }

    @Test
    void aLaneThatFallsBehindAsEverIsAsWarmAsItGets() {
        round("immediate", false, 100);
        round("immediate", false, 102);
        round("immediate", false, 98);

        assertThat(Warmup.coldUnderLoad(samples)).isEmpty();
    }

    private void round(String lane, boolean keepsUp, long millisOfTask) {
        int served = 10;
        samples.add(new LaneSample(
                lane,
                samples.size() + 1,
                2_000 * MILLI,
                new RunCost(served * millisOfTask * MILLI, 1, 0, 1, null, 0),
                null,
                new LoadSummary(
                        40,
                        served,
                        0,
                        0,
                        0,
                        null,
                        keepsUp,
                        0,
                        20,
                        5,
                        null,
                        null,
                        null,
                        new Latency(1, 2, 3, 4),
                        List.of())));
    }
}
