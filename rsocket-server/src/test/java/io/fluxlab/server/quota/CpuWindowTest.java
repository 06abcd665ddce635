package io.fluxlab.server.quota;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CpuWindowTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final CpuWindow window = new CpuWindow(0);

    @Test
    void whatWasUsedIsForgottenAfterAnHour() {
        window.add(0, 10);
        window.add(30 * MINUTE, 5);
        assertThat(window.used(59 * MINUTE)).isEqualTo(15);
        assertThat(window.used(60 * MINUTE)).isEqualTo(5);
        assertThat(window.used(90 * MINUTE)).isZero();
    }

    @Test
    void aLongSilenceForgetsEverything() {
        window.add(0, 10);
        assertThat(window.used(100_000 * MINUTE)).isZero();
    }

    @Test
    void itTellsWhenThereIsRoomAgain() {
        window.add(0, 10);
        window.add(10 * MINUTE, 10);
        long now = 20 * MINUTE;
        assertThat(window.nanosUntilBelow(21, now)).isZero();
        assertThat(window.nanosUntilBelow(20, now)).isEqualTo(40 * MINUTE);
        assertThat(window.nanosUntilBelow(10, now)).isEqualTo(50 * MINUTE);
        assertThat(window.used(now + 40 * MINUTE - 1)).isEqualTo(20);
        assertThat(window.used(now + 40 * MINUTE)).isEqualTo(10);
    }

    @Test
    void aClockThatIsSetBackLosesNothing() {
        window.add(30 * MINUTE, 10);
        window.add(10 * MINUTE, 5);
        assertThat(window.used(10 * MINUTE)).isEqualTo(15);
    }
}
