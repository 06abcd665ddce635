package io.fluxlab.lecture.loops;

import static org.assertj.core.api.Assertions.assertThat;

import io.fluxlab.workload.RunLog;
import org.junit.jupiter.api.RepeatedTest;

class BlockedLoopTest extends BlockedLoopContract {

    BlockedLoopTest() {
        super("loop");
    }

    @RepeatedTest(3)
    void nothingElseHappensOnTheLoopMeanwhile() {
        RunLog run = run("event-loop");

        assertThat(ended(run).longestPauseMillis()).isGreaterThanOrEqualTo(BLOCK_MILLIS);
        assertThat(bystanderMillis(run)).isGreaterThan(0.95 * BLOCK_MILLIS);
    }
}
