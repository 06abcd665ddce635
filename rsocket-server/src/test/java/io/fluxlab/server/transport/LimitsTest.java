package io.fluxlab.server.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static final long MEGABYTE = 1 << 20;

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

    /** The figures of docs/serving.md: with two readers. */
    @Test
    void theWorstCaseIsTheSumOfAllThatConnectionsShare() {
        SharedLimits shared = SharedLimits.ofHeap(256 * MEGABYTE);
        TransportLimits limits = TransportLimits.defaults().withShared(shared);
        long read = 2L * TransportLimits.READERS * MEGABYTE;

        assertThat(shared).isEqualTo(new SharedLimits(32 * MEGABYTE, 16 * MEGABYTE, 8192));
        assertThat(limits.worstCaseBytes()).isEqualTo((72 + 32 + 16 + 64) * MEGABYTE + read);
        assertThat(limits.withShared(new SharedLimits(32 * MEGABYTE, 17 * MEGABYTE, 8192))
                        .worstCaseBytes())
                .isEqualTo(limits.worstCaseBytes() + MEGABYTE);
    }

    @Test
    void theClockTicksOftenEnoughForTheShortestTime() {
        assertThat(TimeLimits.defaults().tick()).isEqualTo(Duration.ofSeconds(1));
        assertThat(TimeLimits.defaults().withFirstFrame(Duration.ofMillis(100)).tick())
                .isEqualTo(Duration.ofMillis(25));
    }
}
