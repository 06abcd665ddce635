package io.fluxlab.cluster.broker;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.cluster.broker.Refusals.Cause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What is written of those who are not let in, and what is counted. */
class RefusalsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> log = new ArrayList<>();
    private final Refusals refusals = new Refusals(nanos::get, log::add);

    private void add(Cause cause, int times) {
        for (int each = 0; each < times; each++) {
            refusals.add(cause, "127.0.0.1:4711", "it is late");
        }
    }

    @Test
    void aLineSaysWhoAndWhy() {
        add(Cause.NO_TOKEN, 1);

        assertThat(log).containsExactly("127.0.0.1:4711 is refused (no-token): it is late");
    }

    @Test
    void aFloodIsCountedAndNotWritten() {
        add(Cause.NO_TOKEN, 1_000);
        add(Cause.HANDSHAKE, 1);

        assertThat(log).hasSize(Refusals.LINES + 1);
        assertThat(refusals.of(Cause.NO_TOKEN)).isEqualTo(1_000);
        assertThat(refusals.of(Cause.HANDSHAKE)).isEqualTo(1);
    }

    @Test
    void theNextLineSaysHowManyHadNone() {
        add(Cause.NO_TOKEN, 100);
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());

        add(Cause.NO_TOKEN, 2);

        assertThat(log).hasSize(Refusals.LINES + 2);
        assertThat(log.get(Refusals.LINES)).endsWith("it is late; so were 95 more before it");
        assertThat(log.get(Refusals.LINES + 1)).endsWith("it is late");
    }
}
