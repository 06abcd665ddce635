package io.fluxlab.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.fluxlab.measure.Latency;
import io.fluxlab.run.RunSummary;
import io.fluxlab.verdict.Doubt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class TakingShareTest {

    private final AtomicLong taken = new AtomicLong(1_000);
    private final TakingShare share = new TakingShare(taken::get);

    @Test
    void warnsOfMoreThanThreePercentOfTheWork() {
        run(1_000, 20);
        run(1_000, 50);

        assertThat(share.doubts())
                .singleElement()
                .isInstanceOfSatisfying(
                        Doubt.TakingEvents.class,
                        taking -> assertThat(taking.share()).isCloseTo(0.036, offset(0.001)));
    }

    @Test
    void saysNothingOfLess() {
        run(1_000, 29);
        taken.addAndGet(1_000_000); // between two runs, which disturbs none
        run(1_000, 28);

        assertThat(share.doubts()).isEmpty();
    }

    @Test
    void saysNothingWhereNobodyTellsWhatItCosts() {
        run(1_000, 0);

        assertThat(share.doubts()).isEmpty();
    }

    @Test
    void countsNoMoreThanTheProcessHasUsed() {
        run(1_000, 5_000);

        assertThat(share.doubts()).extracting(Doubt::code).containsExactly("taking-events");
    }

    private void run(long cpuNanos, long takingNanos) {
        share.start();
        taken.addAndGet(takingNanos);
        share.end(new RunSummary(1, 0, 1, 1, cpuNanos, 1, 1, null, 0, Latency.NONE));
    }
}
