package io.fluxlab.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PaceTest {

    private static final Duration FIVE_MILLIS = Duration.ofMillis(5);

    @Test
    void ownPeriodHoldsForAsManyRunsAsTheirBystandersMaySendFor() {
        assertThat(period(FIVE_MILLIS, 1)).isEqualTo(FIVE_MILLIS);
        assertThat(period(FIVE_MILLIS, 20)).isEqualTo(FIVE_MILLIS);
        assertThat(period(FIVE_MILLIS, 21)).isGreaterThan(FIVE_MILLIS);
    }

    @Test
    void manyRunsTogetherSendNoMoreThanMayBeSent() {
        Duration period = period(FIVE_MILLIS, 300);

        assertThat(period).isEqualTo(Duration.ofMillis(75));
        assertThat(300 * TimeUnit.SECONDS.toNanos(1) / period.toNanos()).isEqualTo(4_000);
    }

    @Test
    void whoSendsSeldomGoesOnAsBefore() {
        Duration seldom = Duration.ofSeconds(1);

        assertThat(period(seldom, 300)).isEqualTo(seldom);
    }

    private static Duration period(Duration own, int runs) {
        return Duration.ofNanos(new Pace(own, () -> runs).periodNanos());
    }
}
