package io.fluxlab.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.measure.Latency;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LoadRecordTest {

    private static final long SECOND = 1_000_000_000L;

    private final LoadRecord told = new LoadRecord(OfferedLoad.of(Load.of(4).during(Duration.ofSeconds(1)), 1));

    @Test
    void tasksThatHaveFailedHaveNoLatency() {
        for (int task = 0; task < 4; task++) {
            told.failed(SECOND);
        }

        LoadSummary summary = told.summary(0, Latency.NONE);

        assertThat(summary.failed()).isEqualTo(4);
        assertThat(summary.latency()).isNull();
        assertThat(summary.judged()).isNull();
    }

    @Test
    void thoseThatWereServedHaveOneBesideThem() {
        told.failed(SECOND / 2);
        for (int task = 1; task < 4; task++) {
            told.served(SECOND / 4 * task, SECOND);
        }

        LoadSummary summary = told.summary(0, Latency.NONE);

        assertThat(summary.latency()).isNotNull();
        assertThat(summary.latency().count()).isEqualTo(3);
    }
}
