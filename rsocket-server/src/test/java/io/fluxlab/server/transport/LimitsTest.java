package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void messagesCarryNameBoundsAndValue() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionLimits.defaults().withSetUp(0))
                .withMessage("connections must be between 1 and 1000000, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TimeLimits.defaults().withIdle(Duration.ZERO))
                .withMessage("idle must be between PT0.01S and PT24H, was PT0S");
    }

    @Test
    void lessMayBePendingAtTheLowWaterThanAtTheHigh() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutboundLimits(1024, 2048, 1 << 20, 1 << 20, 64))
                .withMessage("lowWaterBytes must be between 1 and 1024, was 2048");
    }

    @Test
    void theClockTicksOftenEnoughForTheShortestTime() {
        assertThat(TimeLimits.defaults().tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(TimeLimits.defaults().withFirstFrame(Duration.ofMillis(100)).tick())
                .isEqualTo(Duration.ofMillis(25));
    }
}
