package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ControlRateTest {

    private long now = Long.MAX_VALUE - 1_000_000;
    private final ControlRate rate = new ControlRate(10, () -> now);

    private int taken() {
        int taken = 0;
        while (rate.permits()) {
            taken++;
        }
        return taken;
    }

    @Test
    void aBurstOfOneSecondsWorthPasses() {
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void whatWasTakenComesBackAtTheRate() {
        taken();
        now += TimeUnit.MILLISECONDS.toNanos(300);
        assertThat(taken()).isEqualTo(3);
    }

    @Test
    void noMoreThanOneBurstIsSaved() {
        now += TimeUnit.HOURS.toNanos(1);
        assertThat(taken()).isEqualTo(10);
    }
}
