package io.fluxlab.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.fluxlab.kept.KeptEvent;
import io.fluxlab.kept.KeptRun;
import io.fluxlab.kept.RunState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run that is faster than the disk. */
class OverloadTest extends HistoryFixture {

    private static final int EVENTS = 50_000;

    @Test
    void whatHasNoRoomIsCountedAndTheRestIsKept() {
        History history = open(settings().waiting(10_000));
        String run = keep(history, run("run-1", EVENTS));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(kept(history, run).state()).isEqualTo(RunState.COMPLETED));

        List<KeptEvent> seen = watch(history, run, 0).collectList().block(PATIENCE);
        assertThat(seen).anyMatch(KeptEvent.Missing.class::isInstance);
        long next = 0;
        long kept = 0;
        long missing = 0;
        for (KeptEvent event : seen) {
            assertThat(event.seq()).isEqualTo(next);
            next = event.next();
            if (event instanceof KeptEvent.Missing gap) {
                missing += gap.events();
            } else {
                kept++;
            }
        }
        assertThat(next).isEqualTo(EVENTS);
        KeptRun found = kept(history, run);
        assertThat(found.events().count()).isEqualTo(kept);
        assertThat(found.events().missing()).isEqualTo(missing).isEqualTo(EVENTS - kept);
        assertThat(found.outcome().wallNanos()).isEqualTo(5_000_000);
        assertThat(history.waitingBytes()).isZero();
    }
}
